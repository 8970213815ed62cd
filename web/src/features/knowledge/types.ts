/** What an article is about, in the order of the pages. */
export const topics = ['COMPLAINT', 'REPORT', 'MEDIATION', 'RETURNS', 'COMPENSATION', 'PREPAID', 'ELSEWHERE', 'DESK', 'OTHER'] as const;

export interface Article {
  id: number;
  /** Goes into the consultation's answer. */
  number: string;
  version: number;
  agency: string;
  title: string;
  variants: string[];
  answer: string;
  sources: string;
  openToPublic: boolean;
  reviewOn: string;
  topic: string;
  overdue: boolean;
  state: string;
  used: number;
  unhelpful: number;
  helpful: number;
  /** Too many of those who got it say that it did not help. */
  doubted: boolean;
  /** Of the own agency or one below: may be rewritten here. */
  ours: boolean;
}

export interface Remark {
  version: number;
  day: string;
  fromPublic: boolean;
  helpful: boolean;
  remark: string;
}
