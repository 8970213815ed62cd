/** Who is at the merchant's desk, and its calls: those of `api/client`, that learn when the session has ended. */
import { computed, reactive, readonly } from 'vue';
import { ApiError, call, useCsrfToken, type CallOptions } from '@/api/client';
import type { Session } from '@/api/types';

const RESPONDENT = 'RESPONDENT';

const state = reactive({ known: false, signedIn: false, mustChange: false, factor: 'NONE', wrongDoor: false, name: '', personId: '' });

export const merchant = readonly(state);

/** May work: signed in as a merchant's person, with a password of the own choice and the second factor where it is asked for. */
export const atDesk = computed(() => state.signedIn && !state.mustChange && !state.wrongDoor && state.factor !== 'REQUIRED');

function take(answer: Session): void {
  state.known = true;
  state.signedIn = answer.signedIn;
  state.mustChange = answer.mustChangePassword === true;
  state.factor = answer.secondFactor ?? 'NONE';
  state.wrongDoor = answer.signedIn && answer.roles?.includes(RESPONDENT) !== true;
  state.name = answer.displayName ?? '';
  state.personId = answer.personId ?? '';
  useCsrfToken(answer.csrfToken);
}

/** Goes on as an answer of the server says: after the code, or after the second factor was set up. */
export const takeSession = take;

export async function learn(): Promise<void> {
  take(await call<Session>('GET', '/session'));
}

export async function enter(username: string, password: string): Promise<void> {
  await learn();
  take(await call<Session>('POST', '/session', { body: { username, password } }));
}

export async function changePassword(oldPassword: string, newPassword: string): Promise<void> {
  take(await call<Session>('POST', '/session/password', { body: { oldPassword, newPassword } }));
}

export async function leave(): Promise<void> {
  await call('DELETE', '/session');
  await learn();
}

/** A call of the merchant's desk; when the session is over the sign-in form comes over the page, which stays as it is. */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: CallOptions = {}): Promise<T> {
  try {
    return await call<T>(method, `/merchant${path}`, options);
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) {
      await learn();
    }
    throw failure;
  }
}
