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

export const earlierReports = (caseNo: string): Promise<{ items: EarlierReport[] }> =>
  get(`/cases/${encodeURIComponent(caseNo)}/earlier-reports`);
