/** Calls of the second factor, alike for the desk and the merchant's desk. */
import { call } from '@/api/client';
import type { Session } from '@/api/types';

export interface FactorState {
  state: string;
  since?: string | null;
  recoveryCodesLeft: number;
}

/** A secret that is shown this once: as text, and as what a QR code says. */
export interface Enrolment {
  secret: string;
  link: string;
}

export interface RecoveryCodes {
  recoveryCodes: string[];
  session: Session;
}

const path = '/session/second-factor';

export const giveCode = (code: string): Promise<Session> => call('POST', path, { body: { code } });

export const factorState = (): Promise<FactorState> => call('GET', path);

/** Proven by the code where one is in use, else by the password. */
export const beginEnrolment = (proof: { password?: string; code?: string }): Promise<Enrolment> =>
  call('POST', `${path}/enrolment`, { body: proof });

export const confirmEnrolment = (code: string): Promise<RecoveryCodes> =>
  call('POST', `${path}/confirmation`, { body: { code } });

export const renewCodes = (code: string): Promise<RecoveryCodes> =>
  call('POST', `${path}/recovery-codes`, { body: { code } });

/** The key in groups of four, as it is typed. */
export const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
