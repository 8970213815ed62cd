/** Names of officers and agencies for the ids in a timeline; each is asked for once, ids stay until the answer is there. */
import { reactive } from 'vue';
import { ApiError } from '@/api/client';
import { get } from '@/desk/http';
import type { AgencyRef, PersonRef } from '../types';

const known = reactive(new Map<string, string>());
const asked = new Set<string>();

const PERSON = /^p-[\w-]{8,}$/;
const AGENCY = /^(\d{2}|\d{4}|\d{6}|\d{9})$/;

export const isPerson = (text: string): boolean => PERSON.test(text);
export const isAgency = (text: string): boolean => AGENCY.test(text);

/** Without an answer the ids stay unnamed, which hides nothing but a name; the next page asks again. */
async function quietly(key: string, ask: () => Promise<void>): Promise<void> {
  if (asked.has(key)) {
    return;
  }
  asked.add(key);
  try {
    await ask();
  } catch (error) {
    asked.delete(key);
    if (!(error instanceof ApiError)) {
      throw error;
    }
  }
}

/** Learns the officers of an agency's tree. */
export function learnOfficers(agency: string): Promise<void> {
  return quietly(`officers ${agency}`, async () => {
    const { items } = await get<{ items: PersonRef[] }>('/people/handlers', { agency });
    for (const one of items) {
      known.set(one.personId, one.displayName);
    }
  });
}

/** Names that were taken along. */
export function bringNames(people: readonly PersonRef[]): void {
  people.forEach((one) => known.set(one.personId, one.displayName));
}

function learnAgency(code: string): Promise<void> {
  return quietly(code, async () => {
    const agency = await get<AgencyRef>(`/agencies/${code}`);
    known.set(code, agency.name);
  });
}

/** A person's name; empty while unknown, because an id tells a reader nothing. */
export const personName = (id: string): string => known.get(id) ?? '';

export function agencyName(code: string): string {
  void learnAgency(code);
  return known.get(code) ?? code;
}
