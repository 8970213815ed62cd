import type { Deadline } from '@/api/types';

export type Area = 'TOWN' | 'RURAL' | 'COUNTY_SEAT';
export const areas: readonly Area[] = ['TOWN', 'RURAL', 'COUNTY_SEAT'];

export interface Person {
  personId: string;
  displayName: string;
}

export interface Place {
  area: Area | null;
  areaName: string | null;
  minutes: number | null;
  reason: string;
}

export interface Hint {
  caseNo: string;
  kind: 'FOOD' | 'DANGER';
  reason: string;
  merchant: string;
  madeAt: string;
  place: Place;
}

export interface Line {
  caseNo: string;
  kind: string;
  merchant: string;
  summary: string;
  flags: string[];
  deadline: Deadline;
  team: Person[];
}

export interface BoardView {
  asOf: string;
  running: Line[];
  hints: Hint[];
}

export interface Visit {
  person: Person;
  step: 'ARRIVED' | 'LEFT';
  at: string;
  recordedAt: string;
  late: boolean;
  latitude: number | null;
  longitude: number | null;
  accuracy: number | null;
  place: string | null;
}

export interface OnSite {
  caseNo: string;
  merchant: string;
  address: string | null;
  place: Place;
  promises: Deadline[];
  onDuty: Person[];
  team: Person[];
  visits: Visit[];
  hints: Hint[];
}

export interface FigureView {
  figure: string;
  kept: number;
  late: number;
  open: number;
  rate: number | null;
}

export interface Behind {
  caseNo: string;
  rule: string;
  startedAt: string;
  dueAt: string;
  endedAt: string | null;
  excuse: string | null;
}

export interface Shift {
  shiftId: number;
  startsAt: string;
  endsAt: string;
  persons: Person[];
  phone: string;
  vehicle: string;
}

export interface RosterView {
  agency: string;
  days: { date: string; rest: string | null }[];
  shifts: Shift[];
  gaps: { from: string; to: string }[];
  swaps: { swapId: number; shift: Shift; from: Person; to: Person; mine: boolean }[];
}

export interface ListedPlace {
  division: string;
  name: string;
  area: Area | null;
  reason: string;
  set: boolean;
}
