import type { SubmissionAnswer } from '@/api/types';
import { tabStore } from './tabStore';

/** What the receipt page shows: once, in this tab. */
export interface Receipt {
  answer: SubmissionAnswer;
  changed: 'no' | 'supplemented' | 'not-supplemented';
}

export const receiptStore = tabStore<Receipt>('fangxin.receipt');

/** Sixteen digits in fours, easy to read out. */
export const inFours = (code: string): string => code.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
