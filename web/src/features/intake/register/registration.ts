import type { SubmissionRequest } from '@/api/types';
import { emptyDraft, emptyIdentity, type Draft, type Identity } from '../draft';
import { submissionOf } from '../request';

/** The ways in that an officer registers. */
export const channels = ['PHONE', 'WINDOW', 'LETTER'] as const;
export type DeskChannel = (typeof channels)[number];

/** What is being registered; a complaint and a report in one story become two cases (Article 9). */
export const choices = ['COMPLAINT', 'BOTH', 'REPORT', 'CONSULTATION', 'SUGGESTION'] as const;
export type Choice = (typeof choices)[number];

/** Everything on the registration desk; the story and the person are those of the public form. */
export interface Registration {
  choice: Choice;
  draft: Draft;
  identity: Identity;
  /** Day on which a letter came in; empty for today. */
  receivedOn: string;
  readBack: boolean;
}

export type DeskSubmission = Omit<SubmissionRequest, 'kinds'> & { kinds: string[]; receivedOn?: string };

export function emptyRegistration(): Registration {
  const draft = emptyDraft();
  draft.wantsComplaint = true;
  return { choice: 'COMPLAINT', draft, identity: emptyIdentity(), receivedOn: '', readBack: false };
}

export const isCase = (choice: Choice): boolean => choice === 'COMPLAINT' || choice === 'BOTH' || choice === 'REPORT';

/** The kinds chosen, as the public form keeps them. */
export function choose(registration: Registration, choice: Choice): void {
  registration.choice = choice;
  registration.draft.wantsComplaint = choice === 'COMPLAINT' || choice === 'BOTH';
  registration.draft.wantsReport = choice === 'REPORT' || choice === 'BOTH';
}

/** Nothing typed yet: the story, the person and the merchant are empty. */
export function isBlank({ draft, identity }: Registration): boolean {
  return [draft.content, draft.merchantName, draft.merchantAddress, identity.name, identity.phone, identity.address].every(
    (text) => text.trim() === '',
  );
}

/** What a draft may hold: of somebody who reports, or may yet be found to, nothing that tells who it is (Art. 37). */
export function keptOf(registration: Registration): Partial<Registration> {
  const { identity: _unkept, ...rest } = registration;
  return registration.draft.wantsReport ? rest : registration;
}

/** Puts what was kept back into the same objects, which others hold on to. */
export function putBack(registration: Registration, kept: Partial<Registration>): void {
  const { draft, identity, ...rest } = kept;
  Object.assign(registration.draft, draft);
  Object.assign(registration.identity, identity);
  Object.assign(registration, rest);
}

/**
 * A fresh form after one was registered.
 *
 * @param keep the person stays for a further matter of the same caller, the story for a further person of a joint
 *     complaint (Article 12: each consents for himself), nothing for the next caller
 */
export function renew(registration: Registration, keep: 'person' | 'story' | 'nothing'): void {
  const next = emptyRegistration();
  const { name, phone, address, email } = registration.identity;
  if (keep === 'person') {
    Object.assign(next.identity, { name, phone, address, email });
  } else if (keep === 'story') {
    next.choice = registration.choice;
    Object.assign(next.draft, JSON.parse(JSON.stringify(registration.draft)) as Draft, { attachments: [] });
  }
  putBack(registration, next);
}

/** The body of `POST /submissions`, as the desk sends it. */
export function requestOf(registration: Registration, channel: DeskChannel): DeskSubmission {
  const { choice, draft, identity, receivedOn } = registration;
  const { kinds: _publicKinds, ...body } = submissionOf(draft, identity);
  const kinds = choice === 'BOTH' ? ['COMPLAINT', 'REPORT'] : [choice];
  return {
    ...body,
    channel,
    kinds,
    ...(receivedOn === '' || channel !== 'LETTER' ? {} : { receivedOn }),
  };
}
