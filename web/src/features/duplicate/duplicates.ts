/** Likely duplicates: cases that may be the same matter as what was told, with reasons. */

import { get, post } from '@/desk/http';
import type { Reason, Told } from './own';

export interface Person {
  phone: string;
}

export interface LikelyDuplicate {
  caseNo: string;
  kind: string;
  stage: string;
  stageName: string;
  agencyCode: string;
  receivedAt: string;
  merchantName: string;
  excerpt: string;
  reasons: Reason[];
  likeness: number;
  samePerson: boolean;
  sameMerchant: boolean;
  open: boolean;
}

export const likely = (told: Told, person: Person): Promise<{ items: LikelyDuplicate[] }> =>
  post('/duplicates', { ...told, ...person });

export const ofCase = (caseNo: string): Promise<{ items: LikelyDuplicate[] }> =>
  get(`/cases/${encodeURIComponent(caseNo)}/duplicates`);

