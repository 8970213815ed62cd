/** Rewards as the server tells them; who gets one is in none of it. */

import { get, post } from '@/desk/http';

export interface Reward {
  claimNo: string;
  caseNo: string;
  agencyCode: string;
  state: string;
  stateName: string;
  byReporter: boolean;
  openedAt: string;
  grade: number | null;
  reasons: string | null;
  base: number | null;
  amount: number | null;
  gradedBy: string | null;
  firstBy: string | null;
  secondBy: string | null;
  expiresOn: string | null;
  locked: boolean;
}

export interface RewardRule {
  source: string;
  note: string;
  verified: boolean;
  validFrom: string;
  cap: number;
  financeFrom: number;
  claimWorkingDays: number;
  grades: { grade: number; label: string; percent: number; minimum: number; standard: string }[];
}

export interface AgencyBooks {
  agencyCode: string;
  granted: number;
  grantedSum: number;
  paid: number;
  paidSum: number;
  lapsed: number;
  lapsedSum: number;
  payable: number;
  balanced: boolean;
}

const of = (caseNo: string, what: string): string => `/cases/${encodeURIComponent(caseNo)}/reward/${what}`;

export const rewards = (): Promise<{ rule: RewardRule; items: Reward[] }> => get('/rewards');
export const books = (): Promise<{ agencies: AgencyBooks[] }> => get('/rewards/books');
export const grade = (caseNo: string, level: number | null, reasons: string): Promise<Reward> =>
  post(of(caseNo, 'grade'), { grade: level, reasons });
export const approve = (caseNo: string, financePaper: string): Promise<Reward> =>
  post(of(caseNo, 'approve'), { financePaper });
export const refuse = (caseNo: string): Promise<Reward> => post(of(caseNo, 'refuse'), {});
export const newCode = (caseNo: string): Promise<Reward> => post(of(caseNo, 'new-code'), {});
export const pay = (claimNo: string, code: string, voucher: string): Promise<{ claimNo: string; amount: number }> =>
  post('/reward-payments', { claimNo, code, voucher });
