import { ApiError, call } from '@/api/client';
import type { SubmissionAnswer, SubmissionRequest } from '@/api/types';
import type { TabStore } from './tabStore';

/** A submission of which it is not certain whether it arrived: its key, and what was sent under it, latest last. */
export interface Pending {
  key: string;
  bodies: SubmissionRequest[];
}

/** `changed`: an earlier try had arrived; the later text was handed in as a supplement, or could not be. */
export interface Sent {
  answer: SubmissionAnswer;
  changed: 'no' | 'supplemented' | 'not-supplemented';
}

const patience = 30_000;

/**
 * Submits once, however often it is tried. A try whose outcome is unknown keeps its key for the next one. When the next
 * one differs and the first did arrive after all, the first one's answer is fetched with its own text and the change
 * goes in as a supplement.
 *
 * @param supplement words of the supplement for a changed text
 */
export async function send(
  body: SubmissionRequest,
  store: TabStore<Pending>,
  supplement: (body: SubmissionRequest) => string,
): Promise<Sent> {
  const before = store.read();
  const key = before?.key ?? randomKey();
  const earlier = (before?.bodies ?? []).filter((one) => !same(one, body));
  store.write({ key, bodies: [...earlier, body] });
  try {
    const answer = await post(key, body);
    store.clear();
    return { answer, changed: 'no' };
  } catch (error) {
    if (isKeyUsed(error) && earlier.length > 0) {
      return await recover(key, earlier, body, store, supplement);
    }
    if (!mayHaveArrived(error)) {
      keepOnly(store, key, earlier);
    }
    throw error;
  }
}

async function recover(
  key: string,
  earlier: SubmissionRequest[],
  body: SubmissionRequest,
  store: TabStore<Pending>,
  supplement: (body: SubmissionRequest) => string,
): Promise<Sent> {
  const first = earlier.at(-1);
  if (first === undefined) {
    throw new Error('a key is used, but by nothing that was sent from here');
  }
  try {
    const answer = await post(key, first);
    store.clear();
    return { answer, changed: (await addChange(answer, body, supplement)) ? 'supplemented' : 'not-supplemented' };
  } catch (error) {
    if (isKeyUsed(error) && earlier.length > 1) {
      return await recover(key, earlier.slice(0, -1), body, store, supplement);
    }
    throw error;
  }
}

async function addChange(
  answer: SubmissionAnswer,
  body: SubmissionRequest,
  supplement: (body: SubmissionRequest) => string,
): Promise<boolean> {
  const { submissionNo, trackingCode } = answer;
  try {
    await call('POST', `/submissions/${encodeURIComponent(submissionNo)}/supplements`, {
      body: { trackingCode, text: supplement(body), attachments: body.attachments },
    });
    return true;
  } catch (error) {
    if (error instanceof ApiError) {
      return false;
    }
    throw error;
  }
}

const post = (key: string, body: SubmissionRequest): Promise<SubmissionAnswer> =>
  call<SubmissionAnswer>('POST', '/submissions', { body, headers: { 'Idempotency-Key': key }, timeout: patience });

/** A refused try leaves nothing behind, but tries before it may have arrived. */
function keepOnly(store: TabStore<Pending>, key: string, bodies: SubmissionRequest[]): void {
  if (bodies.length === 0) {
    store.clear();
  } else {
    store.write({ key, bodies });
  }
}

const same = (a: SubmissionRequest, b: SubmissionRequest): boolean => JSON.stringify(a) === JSON.stringify(b);

const isKeyUsed = (error: unknown): boolean =>
  error instanceof ApiError &&
  error.status === 422 &&
  error.problem?.errors?.some(({ field }) => field === 'Idempotency-Key') === true;

/** Whether the server may have taken it although we have no answer. */
export const mayHaveArrived = (error: unknown): boolean =>
  error instanceof ApiError && (error.failure !== 'problem' || error.status >= 500);

/** `crypto.randomUUID` exists only behind https or on localhost; a county's page may be neither. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
