import { shallowRef } from 'vue';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** What is asked. All of it lives in the address but for telephones and names, which no address may hold. */
export const narrowing = ['kind', 'stage', 'agency', 'goods', 'year'] as const;
export type Narrowing = (typeof narrowing)[number];

export interface Question extends Record<Narrowing, string> {
  q: string;
  cursor: string;
  /** The words are kept beside the address. */
  hidden: boolean;
}

/** A telephone or a name, as long as the page lives. */
export interface Secret {
  q: string;
  people: boolean;
}
export const secret = shallowRef<Secret | null>(null);

const one = (value: LocationQuery[string] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';

export function questionOf(query: LocationQuery): Question {
  const narrowed = Object.fromEntries(narrowing.map((name) => [name, one(query[name])])) as Record<Narrowing, string>;
  return { ...narrowed, q: one(query['q']), cursor: one(query['cursor']), hidden: one(query['by']) === 'person' };
}

/** The address of a question: only what is asked is written. */
export function addressOf(question: Question): LocationQueryRaw {
  const address: LocationQueryRaw = {};
  if (question.hidden) {
    address['by'] = 'person';
  } else if (question.q !== '') {
    address['q'] = question.q;
  }
  for (const name of [...narrowing, 'cursor'] as const) {
    if (question[name] !== '') {
      address[name] = question[name];
    }
  }
  return address;
}

/** Mobile, fixed and service numbers as they are written in China, and foreign ones. */
export function isPhone(words: string): boolean {
  const plain = words.replace(/[\s()（）\-－—]/g, '');
  return /^(?:\+?86|0086)?1[3-9]\d{9}$/.test(plain) || /^0[1-9]\d{1,2}[2-9]\d{6,7}$/.test(plain) || /^[48]00\d{7}$/.test(plain) || /^\+[1-9]\d{6,14}$/.test(plain);
}

/** The address where these words are searched; telephones are put beside it. */
export function addressFor(words: string, people = false): LocationQueryRaw {
  const q = words.trim();
  if (people || isPhone(q) || q.split(/\s+/).some(isPhone)) {
    secret.value = { q, people };
    return { by: 'person' };
  }
  return q === '' ? {} : { q };
}

/** Whether the words may be somebody's whole name: then that way of searching is offered too. */
export const maybeName = (words: string): boolean => /^[\p{Script=Han}·]{2,6}$/u.test(words.trim());
