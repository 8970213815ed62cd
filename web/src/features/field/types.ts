import type { ActSpec, CaseDetail, PersonRef } from '@/features/casefile/types';
import type { Checklist } from '@/features/casefile/acts/checklists';
import type { Officer } from '@/features/casefile/acts/officers';
import type { Values } from '@/features/casefile/acts/values';
import type { Lock } from './sealing';
import type { Photo } from './queue';

/** Why the copies are gone before the officer brought them back. */
export type Wiped = 'EXPIRED' | 'SIGNED_OUT' | 'WRONG_PIN' | 'ENDED' | 'OTHER_PERSON';

/** What lies open on the device: whose copies these are and until when. No case, no key. */
export interface Pass {
  passId: string;
  personId: string;
  person: string;
  roles: string[];
  takenAt: string;
  expiresAt: string;
  /** Null once the copies are wiped. */
  lock: Lock | null;
  wrong: number;
  wiped: Wiped | null;
}

/** A case as it was when it was last looked at with network. */
export interface Taken {
  item: CaseDetail;
  at: string;
}

export interface Reference {
  acts: ActSpec[];
  checklists: Checklist[];
  /** Officers by agency. */
  officers: Record<string, Officer[]>;
}

/** What is being written for an act; `mends` is the act in the queue that it came from. */
export interface Form {
  id: string;
  caseNo: string;
  act: string;
  values: Values;
  photos: Photo[];
  mends: string | null;
  at: string;
}

export interface PassView {
  passId: string;
  person: PersonRef;
  takenAt: string;
  expiresAt: string;
  endedAt: string | null;
  ended: string | null;
  live: boolean;
  cases: number;
}

export interface Opened {
  pass: PassView;
  key: string;
}
