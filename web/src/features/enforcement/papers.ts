/** Printed papers of verification and penalty as the server tells them. */
import { get, post } from '@/desk/http';

export interface PenaltyPaper {
  paperId: number;
  kind: string;
  number: string;
  title: string;
  by: string;
  at: string;
  sm3: string;
}

const of = (caseNo: string): string => `/cases/${encodeURIComponent(caseNo)}/penalty-papers`;

export const papersOf = async (caseNo: string): Promise<PenaltyPaper[]> => (await get<{ items: PenaltyPaper[] }>(of(caseNo))).items;

export const printEvidence = async (caseNo: string, preserved: boolean): Promise<PenaltyPaper[]> =>
  (await post<{ items: PenaltyPaper[] }>(`${of(caseNo)}/evidence-lists`, { preserved })).items;

export const paperFile = (paperId: number): string => `/api/v1/penalty-papers/${paperId}.pdf`;
