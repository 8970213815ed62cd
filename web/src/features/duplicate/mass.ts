/** Proposals of joint complaints (Article 12). */

import { get, post } from '@/desk/http';

export interface MassComplaint {
  merchant: string;
  merchantName: string;
  matter: string;
  complainants: number;
  cases: { caseNo: string; receivedAt: string; summary: string }[];
}

export const proposals = (): Promise<{ items: MassComplaint[] }> => get('/mass-complaints');

export const reject = (one: MassComplaint, reasons: string): Promise<void> =>
  post('/mass-complaints/rejections', { merchant: one.merchant, matter: one.matter, reasons });
