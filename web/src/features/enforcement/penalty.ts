/** Penalty files and their figures as the server tells them. */
import { get, post, put } from '@/desk/http';
import type { Deadline } from '@/features/casefile/types';

export interface PenaltyPerson {
  personId: string;
  displayName: string;
}

export interface PenaltyNote {
  bureauNo: string | null;
  violated: string | null;
  applied: string | null;
  externalSystem: string | null;
  externalNo: string | null;
}

export interface Publication {
  withdrawn: boolean;
  on: string;
  place: string;
  reason: string | null;
  by: PenaltyPerson;
}

export interface PenaltyFile {
  caseNo: string;
  fileNo: string;
  merchant: string;
  filedOn: string;
  cause: string | null;
  causeLabel: string | null;
  officers: PenaltyPerson[];
  extensions: number;
  deadline: Deadline | null;
  endedOn: string | null;
  outcome: string | null;
  decisionNo: string | null;
  fine: number | null;
  forfeiture: number | null;
  returned: number | null;
  performedOn: string | null;
  closedOn: string | null;
  servedOn: string | null;
  changed: string | null;
  changedOn: string | null;
  publicationDue: Deadline | null;
  complaints: string[];
  note: (PenaltyNote & { by: PenaltyPerson; at: string }) | null;
  published: boolean;
  publications: Publication[];
}

export interface Figures {
  from: string;
  to: string;
  accepted: number;
  converted: number;
  conversionRate: number | null;
  convertedDecided: number;
  conversionDecidedRate: number | null;
  received: number;
  finished: number;
  confirmed: number;
  confirmedRate: number | null;
  filed: number;
  filingRate: number | null;
  decided: number;
  fines: number;
  forfeited: number;
  returned: number;
}

export type PenaltyState = 'OPEN' | 'DECIDED' | 'CLOSED';

const of = (caseNo: string): string => `/cases/${encodeURIComponent(caseNo)}/penalty-file`;

export const penaltyFiles = async (state: PenaltyState): Promise<PenaltyFile[]> =>
  (await get<{ items: PenaltyFile[] }>('/penalty-files', { state })).items;

export const penaltyFile = (caseNo: string): Promise<PenaltyFile> => get<PenaltyFile>(of(caseNo));

export const figures = (from: string, to: string): Promise<Figures> =>
  get<Figures>('/penalty-files/figures', { from, to });

export const writeNote = (caseNo: string, note: PenaltyNote): Promise<PenaltyFile> => put<PenaltyFile>(of(caseNo), note);

export const publish = (caseNo: string, on: string, place: string): Promise<PenaltyFile> =>
  post<PenaltyFile>(`${of(caseNo)}/publication`, { on: on === '' ? null : on, place });

export const takeBack = (caseNo: string, on: string, reason: string): Promise<PenaltyFile> =>
  post<PenaltyFile>(`${of(caseNo)}/publication/withdrawal`, { on: on === '' ? null : on, reason });
