import type { AgencyRef } from '@/api/types';

export interface Range {
  from: number;
  to: number;
}

export interface Snippet {
  field: string;
  text: string;
  ranges: Range[];
}

export interface Hit {
  caseNo: string;
  kind: string;
  stage: string;
  stageLabel: string;
  agency: AgencyRef;
  receivedAt: string;
  snippets: Snippet[];
  /** Found by something that no snippet shows. */
  by: 'phone' | 'person' | 'other' | null;
}

export interface FacetValue {
  code: string;
  name: string | null;
  count: number;
}

export interface Facet {
  name: string;
  values: FacetValue[];
}

export interface SearchResult {
  items: Hit[];
  total: number;
  /** There are more: the figures are those of the newest ones. */
  atLeast: boolean;
  facets: Facet[];
  nextCursor: string | null;
  previousCursor: string | null;
}

export interface Suggestion {
  kind: 'merchant' | 'goods';
  text: string;
  ranges: Range[];
  cases: number;
}
