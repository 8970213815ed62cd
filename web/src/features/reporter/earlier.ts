/** Earlier reports of the same reporter, as far as the officer sees them; who reported is in none of it. */

import { get } from '@/desk/http';

export interface EarlierReport {
  caseNo: string;
  receivedAt: string;
  stage: string;
  stageName: string;
  agencyCode: string;
  merchantName: string;
  content: string;
  knownBy: string[];
  sameRespondent: string | null;
  likeness: number;
  open: boolean;
}

/** One that the officer does not see: no more than that it is there, and what is common. */
export interface UnseenReport {
  caseNo: string;
  receivedOn: string;
  stage: string;
  stageName: string;
  knownBy: string[];
  sameRespondent: string | null;
  alike: boolean;
}

export const earlierReports = (caseNo: string): Promise<{ items: EarlierReport[]; unseen: UnseenReport[] }> =>
  get(`/cases/${encodeURIComponent(caseNo)}/earlier-reports`);
