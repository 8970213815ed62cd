/** Approval sheets as the server tells them. */
import { get, post } from '@/desk/http';

export interface SheetPerson {
  personId: string;
  displayName: string;
}

export interface SheetOpinion {
  by: SheetPerson;
  at: string;
  words: string;
}

export interface Sheet {
  requestId: number;
  requestNo: string;
  title: string;
  caseNo: string;
  kind: string;
  merchant: string;
  act: string;
  actLabel: string;
  fields: Record<string, unknown>;
  words: string;
  state: 'ASKED' | 'SUPPORTED' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
  stateLabel: string;
  askedBy: SheetPerson;
  askedFor: SheetPerson | null;
  askedAt: string;
  head: SheetOpinion | null;
  decision: SheetOpinion | null;
  /** The case went on after it was asked. */
  changedSince: boolean;
  /** Names of the persons whose ids stand in the fields. */
  names: Record<string, string>;
}

export type SheetList = 'WAITING' | 'DONE';

export const sheetsOf = async (caseNo: string): Promise<Sheet[]> =>
  (await get<{ items: Sheet[] }>(`/cases/${encodeURIComponent(caseNo)}/approvals`)).items;

export const sheets = async (state: SheetList): Promise<Sheet[]> =>
  (await get<{ items: Sheet[] }>('/approvals', { state })).items;

export const askLeader = (caseNo: string, act: string, fields: Record<string, unknown>, words: string): Promise<Sheet> =>
  post<Sheet>(`/cases/${encodeURIComponent(caseNo)}/approvals`, { act, fields, words });

export const support = (one: Sheet, words: string): Promise<Sheet> =>
  post<Sheet>(`/approvals/${one.requestId}/opinion`, { words });

export const decide = (one: Sheet, approve: boolean, words: string): Promise<Sheet> =>
  post<Sheet>(`/approvals/${one.requestId}/decision`, { approve, words });

export const withdraw = (one: Sheet): Promise<Sheet> => post<Sheet>(`/approvals/${one.requestId}/withdrawal`, {});

export const waits = (one: Sheet): boolean => one.state === 'ASKED' || one.state === 'SUPPORTED';

/** Where the printed sheet is. */
export const paperOf = (one: Sheet): string => `/api/v1/approvals/${one.requestId}/sheet.pdf`;
