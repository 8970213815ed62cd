/** The case file as the server tells it to officers. Dates and their words are the server's; nothing is counted here. */

import type { AgencyRef, AttachmentRef, Deadline } from '@/api/types';

export type { AgencyRef, AttachmentRef, Deadline } from '@/api/types';

export interface PersonRef {
  personId: string;
  displayName: string;
}

export interface CaseItem {
  caseNo: string;
  kind: string;
  stage: string;
  stageLabel: string;
  agency: AgencyRef;
  summary: string;
  merchant: string | null;
  receivedAt: string;
  handlers: PersonRef[];
  flags: string[];
  /** How many people the law still wants told. */
  openDuties?: number;
  nearestDeadline: Deadline | null;
  version: number;
  availableActs: string[];
}

export interface Counts {
  all: number;
  toDecide: number;
  toVerify: number;
  toAnswer: number;
  today: number;
  overdue: number;
  waiting: number;
  /** How far is counted; above it a counter means more than that. */
  most: number;
}

export interface CaseList {
  items: CaseItem[];
  previousCursor?: string | null;
  nextCursor: string | null;
  total: number;
  atLeast?: boolean;
  counts: Counts;
}

export interface Party {
  partyId: string;
  role: string;
  name: string | null;
  phone: string | null;
  address: string | null;
  idNumber?: string | null;
  email?: string | null;
  maskedFields: string[];
  /** Of an agent: what he may do, and until when (Art. 11). */
  power?: { powers: string[]; validTo: string; originalSeen: boolean; idSeen: boolean } | null;
  /** Of a joint complaint (Art. 12): elected by the others, and whether this one agreed to it. */
  representative?: boolean;
  joined?: boolean | null;
}

export interface TimelineEntry {
  seq: number;
  type: string;
  label: string;
  act?: string;
  at: string;
  recordedAt: string;
  by: { displayName: string | null; role: string; actedFor?: string | null } | null;
  facts: Record<string, unknown>;
  texts: Record<string, string>;
}

export interface Duty {
  dutyId: string;
  form: string;
  title: string;
  to: string;
  article: string;
  bornAt: string;
  dischargedAt: string | null;
}

export interface BlockedAct {
  act: string;
  label: string;
  article: string;
  why: string;
}

export interface MerchantDetail {
  name: string;
  uscc: string | null;
  address: string | null;
  regionCode: string | null;
  type: string | null;
  phone: string | null;
}

export interface CaseDetail extends CaseItem {
  content: string;
  demands: string[];
  amount: string | number | null;
  goods: { categoryCode: string | null; problemCode: string | null; detail: string | null } | null;
  merchantDetail?: MerchantDetail | null;
  occurredOn: string | null;
  channel: string;
  law: string;
  route: { articles: string[]; reason: string; candidates?: unknown[] } | null;
  parties: Party[];
  timeline: TimelineEntry[];
  deadlines: Deadline[];
  duties: Duty[];
  attachments: AttachmentRef[];
  /** Proofs of identity, for those who may know of them. */
  identityPapers?: { attachmentId: string; mayOpen: boolean; purgedAt: string | null }[];
  related: { caseNo: string; relation: string }[];
  blockedActs: BlockedAct[];
}

export type FieldType =
  | 'TEXT'
  | 'CODE'
  | 'CODES'
  | 'DATE'
  | 'DATETIME'
  | 'AMOUNT'
  | 'INTEGER'
  | 'BOOLEAN'
  | 'OFFICER'
  | 'OFFICERS'
  | 'AGENCY'
  | 'CASE'
  | 'PARTY'
  | 'FILES'
  | 'PERSON'
  | 'APPROVAL'
  | 'NOTICE'
  | 'ITEMS'
  | 'UPLOADS'
  | 'CHECKLIST'
  | 'PROPOSAL'
  | 'LIST';

export interface FieldOption {
  code: string;
  label: string;
  article?: string | null;
}

export interface ActField {
  name: string;
  label: string;
  type: FieldType;
  required: boolean;
  options?: FieldOption[] | null;
  hint?: string | null;
}

export interface ActSpec {
  act: string;
  label: string;
  kinds: string[];
  roles?: string[];
  effect: string | null;
  fields: ActField[];
}

export interface ActAnswer {
  caseNo: string;
  stage: string;
  stageLabel?: string;
  version: number;
  entries: unknown[];
  deadlines: Deadline[];
  availableActs: string[];
  related?: { caseNo: string; relation: string }[];
  /** Numbers of the cases that the act opened. */
  opened?: string[];
  warnings?: string[];
}
