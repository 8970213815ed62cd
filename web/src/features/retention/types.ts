export interface DueCase {
  caseNo: string;
  kind: string;
  kindName: string;
  keptAs: string;
  archivedOn: string;
  years: number;
  lastDay: string;
  bars: string[];
  barNames: string[];
}

export interface DueSet {
  total: number;
  free: number;
  items: DueCase[];
}

export interface Hold {
  holdId: number;
  caseNo: string;
  reason: string;
  heldBy: string;
  heldAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
  liftedWhy: string | null;
}

export type ListState = 'PROPOSED' | 'REVIEWED' | 'APPROVED' | 'REFUSED' | 'DONE';

export interface ListSummary {
  listNo: string;
  state: ListState;
  stateName: string;
  proposedBy: string;
  proposedAt: string;
  cases: number;
  struck: number;
  disposed: number;
}

export interface ListLine {
  caseNo: string;
  kind: string;
  kindName: string;
  years: number;
  archivedOn: string;
  lastDay: string;
  struckBy: string | null;
  struckWhy: string | null;
  disposedAt: string | null;
}

export interface DisposalList {
  summary: ListSummary;
  words: string;
  reviews: { step: number; approved: boolean; by: string; at: string; words: string }[];
  lines: ListLine[];
  mayReview: number;
}
