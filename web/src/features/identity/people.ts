/** Calls about accounts, for the system and the security administrator. */
import { get, post, put } from '@/desk/http';
import type { AgencyRef } from '@/api/types';

export interface Person {
  personId: string;
  username: string;
  displayName: string;
  agency: AgencyRef;
  active: boolean;
  roles: string[];
  mustChangePassword: boolean;
  certificateNo?: string | null;
  /** Signs in with a code besides the password. */
  secondFactor?: boolean;
}

export interface PersonForm {
  username: string;
  displayName: string;
  agency: string;
  certificateNo: string;
}

/** An account that was just made or reset, with the password that is shown this once. */
export interface IssuedPassword {
  name: string;
  initialPassword: string;
}

export interface PeopleList {
  items: Person[];
  nextCursor?: string | null;
  total?: number;
}

export const findPeople = (q: string, cursor: string): Promise<PeopleList> => get<PeopleList>('/people', { q, cursor });

export const createPerson = (form: PersonForm): Promise<{ initialPassword: string }> => post('/people', form);

export const changePerson = (id: string, change: Partial<{ displayName: string; agency: string; active: boolean; certificateNo: string }>) =>
  put<Person>(`/people/${encodeURIComponent(id)}`, change);

export const resetPassword = (id: string): Promise<{ initialPassword: string }> =>
  post(`/people/${encodeURIComponent(id)}/reset-password`);

export const grantRoles = (id: string, roles: string[]): Promise<Person> =>
  put(`/people/${encodeURIComponent(id)}/roles`, { roles });

export const resetReasons = ['DEVICE_LOST', 'DEVICE_REPLACED', 'DEVICE_BROKEN', 'MISUSE_SUSPECTED'] as const;

export const resetSecondFactor = (id: string, reason: string): Promise<Person> =>
  post(`/people/${encodeURIComponent(id)}/reset-second-factor`, { reason });

/** A program that signs in with client credentials. */
export interface Program {
  clientId: string;
  displayName: string;
  agency: AgencyRef;
  roles: string[];
  createdAt: string;
}

export const listPrograms = async (): Promise<Program[]> => (await get<{ items: Program[] }>('/clients')).items;

export const grantProgram = (id: string, roles: string[]): Promise<unknown> =>
  put(`/clients/${encodeURIComponent(id)}/roles`, { roles });
