import type { Deadline } from '@/api/types';

/** The shapes of the green channel's answers; checked against the contract in `tests/contract.ts`. */
export interface TalkFile {
  attachmentId: string;
  fileName: string;
  type: string;
  size: number;
}

export interface Proposal {
  remedy: string;
  remedyName: string;
  amount: number | null;
  by: string | null;
  open: boolean;
}

export interface TalkLine {
  no: number;
  author: 'CONSUMER' | 'MERCHANT';
  authorName: string | null;
  kind: 'MESSAGE' | 'PROPOSAL' | 'ACCEPTED' | 'DECLINED' | 'ESCALATED';
  text: string;
  proposal: Proposal | null;
  accepts: number | null;
  files: TalkFile[];
  at: string;
}

export interface Matter {
  consumer: string;
  goods: string | null;
  amount: number | null;
  occurredOn: string | null;
  demands: string[];
  content: string;
}

export interface Talk {
  caseNo: string;
  merchant: string;
  state: 'OPEN' | 'SETTLED' | 'ESCALATED' | 'WITHDRAWN';
  endedBy: 'COMPLAINANT' | 'MERCHANT_DECLINED' | 'PROMISE_MISSED' | null;
  routedAt: string;
  endedAt: string | null;
  deadlines: Deadline[];
  consent: { textVersion: string; means: string; givenAt: string } | null;
  matter: Matter;
  lines: TalkLine[];
  can: ('SAY' | 'PROPOSE' | 'ACCEPT' | 'DECLINE' | 'ESCALATE')[];
}

export interface Item {
  caseNo: string;
  state: Talk['state'];
  endedBy: Talk['endedBy'];
  routedAt: string;
  dueOn: string | null;
  answeredOn: string | null;
  answerDays: number | null;
  endedAt: string | null;
  deadline: Deadline | null;
  matter: Matter | null;
  yourTurn: boolean;
}

export interface Fraction {
  part: number;
  of: number;
  percent: number | null;
  partList: string;
  ofList: string;
}

export interface Figures {
  all: number;
  open: number;
  settled: Fraction;
  kept: Fraction;
  answered: number;
  medianAnswerDays: number | null;
}

export interface Somebody {
  personId: string;
  displayName: string;
  kind: 'FIRST' | 'SUBSTITUTE';
  validFrom: string;
  validTo: string | null;
  openedAt: string;
  closedAt: string | null;
}

export interface Invitation {
  invitationId: string;
  kind: 'FIRST' | 'SUBSTITUTE';
  madeAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

export interface People {
  people: Somebody[];
  invitations: Invitation[];
}

export interface Member {
  memberId: string;
  name: string;
  aliases: string[];
  uscc: string;
  regionCode: string;
  address: string | null;
  contact: { name: string; phone: string } | null;
  ownDays: number | null;
  days: number;
  state: 'JOINED' | 'PAUSED' | 'LEFT';
  joinedOn: string;
  leftOn: string | null;
  version: number;
}

export interface Profile {
  name: string;
  uscc: string;
  agency: string;
  state: Member['state'];
  days: number;
  joinedOn: string;
  first: boolean;
}

/** The words about the channel that a consumer agrees to. */
export interface Offer {
  merchant: string;
  days: number;
  textVersion: string;
  text: string[];
}

export const TALKS = 'promise.odr.merchant';
