/**
 * What the server answers, as the screens name it. The full truth is `api/openapi.json`; `tests/contract.ts` compares
 * these names with it when types are checked.
 */

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** `application/problem+json`. */
export interface ProblemDetail {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  articles?: string[];
  instance?: string;
  [extra: string]: unknown;
}

export interface AgencyRef {
  code: string;
  name: string;
}

export interface Skipped {
  date: string;
  why: string;
}

export type Urgency = 'ample' | 'near' | 'today' | 'overdue' | 'paused' | 'met';

export type DeadlineSource = 'STATUTE' | 'PROMISE';

/** A date of a case; the server sends all words, the browser never counts a day. */
export interface Deadline {
  rule: string;
  title: string;
  source: DeadlineSource;
  article: string;
  startedAt: string;
  nominal: string | null;
  dueOn: string | null;
  dueAt: string | null;
  actBy: string | null;
  provisional: boolean;
  reason: string;
  skipped: Skipped[];
  state: 'RUNNING' | 'PAUSED' | 'MET' | 'LIFTED' | 'MISSED';
  urgency: Urgency;
  remaining: { value: number; unit: 'WORKING_DAY' | 'DAY' | 'HOUR' | 'MINUTE' } | null;
  metAt: string | null;
  words: string;
}

/** The answer of `GET /law/deadline`. */
export interface DueDate {
  rule: string;
  title?: string;
  source?: DeadlineSource;
  article: string;
  inForce: boolean;
  startedAt: string;
  nominal: string | null;
  dueOn: string | null;
  dueAt?: string | null;
  actBy: string | null;
  provisional: boolean;
  reason: string;
  skipped: Skipped[];
  /** What the reader should know beside the date. */
  warning?: string | null;
}

export type RuleUnit = 'WORKING_DAY' | 'DAY' | 'YEAR' | 'HOUR' | 'MINUTE' | 'SECOND' | 'SET' | 'PROMPTLY';

export interface LawRule {
  id: string;
  source: DeadlineSource;
  law: string;
  article: string;
  title: string;
  length: number;
  unit: RuleUnit;
  pauseReasons: string[];
  extendedBy: string | null;
  approver: string | null;
  rollsOver: boolean;
  validFrom: string;
  validTo: string | null;
  active: boolean;
  note: string | null;
}

export interface CalendarDay {
  date: string;
  working: boolean;
  name: string | null;
  /** Fixed by the notice or an administrator, whatever the weekday. */
  listed: boolean;
}

export interface CalendarYear {
  year: number;
  official: boolean;
  source: string | null;
  days: CalendarDay[];
}

export interface Region {
  code: string;
  name: string;
  level: string;
  hasChildren: boolean;
  /** A row that only groups its counties (a city's districts): a chooser passes through it. */
  placeholder: boolean;
}

/** A division found by name, with the names from its province down to it. */
export interface RegionHit {
  code: string;
  name: string;
  level: string;
  path: string[];
}

export type MerchantType =
  | 'SHOP'
  | 'PLATFORM'
  | 'IN_PLATFORM'
  | 'SELF_SITE'
  | 'ADVERTISER'
  | 'ADVERTISING_AGENT'
  | 'AD_PUBLISHER';

export type PublicKind = 'COMPLAINT' | 'REPORT';

export interface JurisdictionRequest {
  kind: PublicKind;
  merchant?: {
    type?: MerchantType | null;
    regionCode?: string | null;
    domicileRegionCode?: string | null;
    publishedRegionCode?: string | null;
    addressPublished?: boolean | null;
    reachable?: boolean | null;
    platform?: { name?: string | null; regionCode?: string | null } | null;
  } | null;
  actRegionCode?: string | null;
  adMedium?: string | null;
  adPublisherRegionCode?: string | null;
  advertiserRegionCode?: string | null;
  adAgentRegionCode?: string | null;
  selfPublishedAd?: boolean | null;
  receivedBy?: string | null;
}

export interface JurisdictionAnswer {
  candidates: { agency: AgencyRef; articles: string[]; reason: string }[];
  missing: { fact: string; why: string }[];
  /** Said when nobody of ours is competent, or besides. */
  note?: { articles: string[]; reason: string } | null;
}

export interface SuggestAnswer {
  kinds: { kind: string; words: string[] }[];
  goods: { code: string; name: string; words: string[] }[];
  problem: { code: string; name: string; words: string[] }[];
}

export interface AttachmentRef {
  attachmentId: string;
  fileName: string;
  size: number;
  type: string;
  sm3: string;
}

export interface SubmissionRequest {
  channel: 'WEB' | 'PHONE' | 'WINDOW' | 'LETTER';
  kinds?: PublicKind[];
  person: {
    name: string | null;
    phone: string | null;
    idNumber: string | null;
    address: string | null;
    email: string | null;
    anonymous: boolean;
    agent: { name: string; phone: string } | null;
  };
  merchant: {
    name: string;
    uscc: string | null;
    address: string | null;
    regionCode: string | null;
    domicileRegionCode?: string | null;
    publishedRegionCode?: string | null;
    addressPublished?: boolean | null;
    reachable?: boolean | null;
    type: MerchantType;
    platform: { name: string; regionCode: string | null } | null;
  };
  actRegionCode?: string | null;
  adMedium?: string | null;
  adPublisherRegionCode?: string | null;
  advertiserRegionCode?: string | null;
  selfPublishedAd?: boolean | null;
  content: string;
  demands: string[];
  amount: string | null;
  occurredOn: string | null;
  knewOn: string | null;
  goods: {
    categoryCode: string | null;
    problemCode?: string | null;
    brand: string | null;
    model: string | null;
    batch: string | null;
    quantity: number | null;
  };
  attachments: string[];
  consents: {
    greenChannel: boolean;
    entrustedMediation: boolean;
    disclosure: boolean;
    greenChannelText?: string | null;
    injured?: boolean;
  };
}

export interface SubmittedCase {
  caseNo: string;
  kind: string;
  stage: string;
  agency: AgencyRef;
  route: { articles: string[]; reason: string };
  deadlines: (Pick<Deadline, 'rule' | 'article' | 'startedAt' | 'dueOn' | 'reason'> & Partial<Deadline>)[];
}

export interface SubmissionAnswer {
  submissionNo: string;
  trackingCode: string;
  /** True when the text decided the kinds and an officer has yet to confirm. */
  kindsProposed?: boolean;
  cases: SubmittedCase[];
  /** What was taken all the same and is worth knowing. */
  warnings?: FieldError[];
}

export interface Progress {
  submissionNo: string;
  receivedAt: string;
  cases: {
    caseNo: string;
    kind: string;
    stage: string;
    publicText: string;
    agency: { name: string };
    deadline: Deadline | null;
    timeline: { at: string; text: string }[];
    can: ('SUPPLEMENT' | 'WITHDRAW' | 'RESCHEDULE')[];
    /** Material still missing: what, the last day, what follows. */
    asked: { items: { code: string; label: string }[]; until: string; over: boolean; after: string } | null;
    /** It is or was with the merchant first. */
    greenChannel: boolean;
  }[];
  reportNote: string | null;
}

export interface Session {
  signedIn: boolean;
  personId?: string | null;
  username?: string | null;
  displayName?: string | null;
  agency?: AgencyRef | null;
  roles?: string[];
  mustChangePassword?: boolean;
  /** NONE, SUGGESTED, REQUIRED, CODE_WANTED (the password was right, nobody is signed in yet), IN_USE. */
  secondFactor?: string;
  csrfToken: string;
}
