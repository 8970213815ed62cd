export interface PersonRef {
  personId: string;
  displayName: string;
}

/** Kind and reason are null for who may not read them. */
export interface Absence {
  absenceId: number;
  agency: string;
  person: PersonRef;
  substitute: PersonRef;
  kind: string | null;
  reason: string | null;
  startsAt: string;
  endsAt: string;
  state: 'ASKED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
  running: boolean;
  decidedBy: PersonRef | null;
  words: string | null;
  mine: boolean;
  mayDecide: boolean;
}

export interface OfficerLoad {
  person: PersonRef;
  agency: string;
  open: number;
  near: number;
  today: number;
  overdue: number;
  weight: number;
  absentDays: number;
  away: boolean;
}

export interface HandoverCase {
  caseNo: string;
  kind: string;
  stageLabel: string;
  merchant: string;
  openDuties: number;
  dueOn: string | null;
  dueTitle: string | null;
}

export interface Handover {
  absence: Absence;
  open: HandoverCase[];
  done: HandoverCase[];
  confirmed: { phase: 'START' | 'END'; by: PersonRef; at: string; count: number }[];
}

export interface AssignCandidate {
  person: PersonRef;
  agency: string;
  open: number;
  overdue: number;
  reasons: string[];
}

export interface AssignProposal {
  rule: string;
  automatic: boolean;
  candidates: AssignCandidate[];
  passedOver: string[];
  waiting: string | null;
}

export type Order = 'ROUND' | 'LOAD';

export interface AssignRule {
  agency: string;
  no: number;
  order: Order;
  automatic: boolean;
  skills: { matter: string; persons: PersonRef[] }[];
  areas: { region: string; persons: PersonRef[] }[];
  reason: string;
  madeBy: PersonRef;
  activatedBy: PersonRef | null;
  activatedAt: string | null;
}

export interface AssignRules {
  agency: string;
  inForce: AssignRule;
  drafts: { draftId: number; state: 'OPEN' | 'DECLINED'; rule: AssignRule; decidedBy: PersonRef | null; why: string | null }[];
  versions: AssignRule[];
}
