/** Facts that Article 17 lets an officer consider, and findings of people with their review. */

import { get, post } from '@/desk/http';

export interface Indicator {
  factor: string;
  factorName: string;
  article: string;
  count: number;
  threshold: number;
  reached: boolean;
  words: string;
  cases: string[];
}

export interface Finding {
  findingId: number;
  factorNames: string[];
  reasons: string;
  foundBy: string;
  appeal: string | null;
  outcome: string | null;
  outcomeName: string | null;
  outcomeReasons: string | null;
  /** The person appealed on the progress page, not an officer for him. */
  appealedByPerson: boolean;
  /** When the person was told of it; null while it has had no effect. */
  toldAt: string | null;
}

export interface WaitingAppeal {
  caseNo: string;
  findingId: number;
  appealedAt: string;
  byPerson: boolean;
}

export const factors = [
  'QUANTITY_ABNORMAL',
  'MASSED_OR_COLLUSIVE',
  'NO_REAL_CONSUMPTION',
  'SHARED_CONTACT',
  'OTHER',
  'PLANTED',
  'SWAPPED',
  'FORGED',
  'TAMPERED',
  'FABRICATED',
  'FRAUD',
  'EXTORTION',
] as const;

type Findings = Promise<{ items: Finding[] }>;
const of = (caseNo: string, rest: string): string => `/cases/${encodeURIComponent(caseNo)}/${rest}`;

export const indicators = (caseNo: string): Promise<{ items: Indicator[] }> => get(of(caseNo, 'abuse-indicators'));
export const waitingAppeals = (): Promise<{ items: WaitingAppeal[] }> => get('/abuse-appeals');
export const findings = (caseNo: string): Findings => get(of(caseNo, 'abuse-findings'));
export const find = (caseNo: string, body: { factors: string[]; reasons: string }): Findings =>
  post(of(caseNo, 'abuse-findings'), body);
export const appeal = (caseNo: string, id: number, words: string): Findings =>
  post(of(caseNo, `abuse-findings/${id}/appeal`), { words });
export const review = (caseNo: string, id: number, outcome: string, reasons: string): Findings =>
  post(of(caseNo, `abuse-findings/${id}/review`), { outcome, reasons });
