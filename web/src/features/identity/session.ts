/** Who is at this desk. One session for the page; its CSRF token goes with every change. */
import { computed, reactive, readonly } from 'vue';
import { useCsrfToken } from '@/api/client';
import type { Session } from '@/api/types';
import { get, post, remove } from '@/desk/http';

type Known = Required<Session>;

const nobody: Known = {
  signedIn: false,
  personId: null,
  username: null,
  displayName: null,
  agency: null,
  roles: [],
  mustChangePassword: false,
  secondFactor: 'NONE',
  csrfToken: '',
};

const state = reactive<Known & { known: boolean }>({ ...nobody, known: false });

function take(answer: Session): void {
  Object.assign(state, nobody, answer, { known: true });
  useCsrfToken(answer.csrfToken);
}

export const session = readonly(state);

/** Signed in and free to work: the first password has been replaced, and a second factor that is asked for is in use. */
export const atWork = computed(() => state.signedIn && !state.mustChangePassword && state.secondFactor !== 'REQUIRED');

/** The password was right; the code is still missing. */
export const owesCode = computed(() => state.secondFactor === 'CODE_WANTED');

export function holdsOneOf(roles: readonly string[]): boolean {
  return roles.some((role) => state.roles.includes(role));
}

/** Asks the server once; later calls answer from memory. */
export async function learnSession(): Promise<void> {
  if (!state.known) {
    take(await get<Session>('/session'));
  }
}

/**
 * Signs in, here or over an open page: only the token is asked for anew first, so the page behind stays as it is, also while
 * the code is still missing.
 */
export async function signIn(username: string, password: string): Promise<void> {
  useCsrfToken((await get<Session>('/session')).csrfToken);
  const answer = await post<Session>('/session', { username, password });
  if (answer.secondFactor === 'CODE_WANTED') {
    Object.assign(state, { known: true, secondFactor: answer.secondFactor });
  } else {
    take(answer);
  }
}

/** Goes on as an answer of the server says: after the code, or after the second factor was set up. */
export const takeSession = take;

export async function signOut(): Promise<void> {
  // copies of cases on this device end with the session of whoever took them along
  await (await import('@/features/field/leaving')).leaveDevice();
  await remove('/session');
  await forgetSession();
}

/** Asks the server who is here now, after the session has ended. */
export async function forgetSession(): Promise<void> {
  take(await get<Session>('/session'));
}

export async function changePassword(oldPassword: string, newPassword: string): Promise<void> {
  take(await post<Session>('/session/password', { oldPassword, newPassword }));
}

/** Sets the session without asking the server: for tests. */
export function pretend(answer: Partial<Session>): void {
  take({ ...nobody, ...answer });
}
