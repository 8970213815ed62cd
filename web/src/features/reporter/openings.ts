/** Openings of the reporters' vault as the server tells them; a value comes by one call and is kept nowhere. */

import { get, post } from '@/desk/http';

export interface Opening {
  openingId: string;
  caseNo: string;
  field: string;
  fieldName: string;
  purpose: string;
  purposeName: string;
  requestedBy: string;
  requestedAt: string;
  state: 'REQUESTED' | 'OPENED' | 'REFUSED';
  decidedBy: string | null;
  decidedAt: string | null;
  shownUntil: string | null;
  own: boolean;
}

export interface OfCase {
  fields: { field: string; name: string }[];
  openings: Opening[];
}

export interface Shown {
  field: string;
  fieldName: string;
  value: string;
  until: string;
}

export const purposes = ['VERIFY', 'TELL_REPORTER', 'REWARD', 'PROTECT'] as const;

const ofCase = (caseNo: string): string => `/cases/${encodeURIComponent(caseNo)}/reporter-openings`;

export const openingsOf = (caseNo: string): Promise<OfCase> => get(ofCase(caseNo));
export const askFor = (caseNo: string, field: string, purpose: string): Promise<Opening> =>
  post(ofCase(caseNo), { field, purpose });
export const queue = (): Promise<{ opensHere: boolean; openings: Opening[] }> => get('/reporter-openings');
export const open = (id: string, passphrase: string): Promise<Shown> =>
  post(`/reporter-openings/${id}/open`, { passphrase });
export const refuse = (id: string): Promise<void> => post(`/reporter-openings/${id}/refuse`);
export const read = (id: string): Promise<Shown> => post(`/reporter-openings/${id}/read`, {});
export const changePassphrase = (passphrase: string, fresh: string): Promise<void> =>
  post('/reporter-key/passphrase', { passphrase, fresh });
