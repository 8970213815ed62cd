/** What the public has told before, known by the tracking codes of this window alone. */

import { call } from '@/api/client';
import { isPublicComputer, tabStore } from '@/features/intake/tabStore';

export interface Told {
  merchantName: string;
  uscc: string;
  goods: string;
  goodsCode: string | null;
  content: string;
}

export interface Reason {
  code: string;
  text: string;
}

export interface OwnDuplicate {
  submissionNo: string;
  receivedAt: string;
  merchantName: string;
  reasons: Reason[];
}

export interface OwnReceipt {
  submissionNo: string;
  trackingCode: string;
}

const most = 5;
const store = tabStore<OwnReceipt[]>('fangxin.own');

/** From a merchant on, or twenty characters of the story. */
export const enough = (told: Told): boolean => told.merchantName.trim() !== '' || [...told.content.trim()].length >= 20;

export const ownReceipts = (): OwnReceipt[] => store.read() ?? [];

/** Remembered in this tab only, and on a public computer not at all. */
export function rememberOwn(receipt: OwnReceipt): void {
  if (!isPublicComputer()) {
    const others = ownReceipts().filter(({ submissionNo }) => submissionNo !== receipt.submissionNo);
    store.write([receipt, ...others].slice(0, most));
  }
}

export const own = (told: Told, signal: AbortSignal): Promise<{ items: OwnDuplicate[] }> =>
  call('POST', '/public/duplicates', { body: { ...told, receipts: ownReceipts() }, signal });
