import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import type { SubmissionRequest } from '@/api/types';
import { emptyDraft, emptyIdentity } from './draft';
import { submissionOf } from './request';
import { send, type Pending } from './send';
import type { TabStore } from './tabStore';

const body = (content: string): SubmissionRequest => submissionOf({ ...emptyDraft(), content }, emptyIdentity());
const answer = { submissionNo: '620823-260506-0012', trackingCode: '4821093755261840', cases: [] };

function memory(): TabStore<Pending> {
  let kept: Pending | null = null;
  return {
    read: () => kept,
    write: (value) => {
      kept = structuredClone(value);
    },
    clear: () => {
      kept = null;
    },
  };
}

/** A server that honours keys, and whose answers can get lost on the way back. */
function server() {
  const taken = new Map<string, string>();
  const supplements: string[] = [];
  const state = { loses: false, down: false, taken, supplements };
  const reply = (status: number, value: unknown): Response =>
    new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const text = String(init.body);
    if (state.down) {
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    if (url.endsWith('/supplements')) {
      supplements.push(text);
      return Promise.resolve(reply(200, {}));
    }
    const key = (init.headers as Record<string, string>)['Idempotency-Key'] ?? '';
    if ((taken.get(key) ?? text) !== text) {
      const errors = [{ field: 'Idempotency-Key', code: 'reused', message: '' }];
      const problem = { type: 'urn:fangxin:problem:invalid', title: '', status: 422, errors };
      return Promise.resolve(reply(422, problem));
    }
    taken.set(key, text);
    return state.loses ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(reply(201, answer));
  });
  return state;
}

const words = ({ content }: SubmissionRequest): string => `补充：${content}`;

afterEach(() => void vi.unstubAllGlobals());

describe('submitting', () => {
  it('tries again with the same key, so that nothing is made twice', async () => {
    const at = server();
    const store = memory();
    at.loses = true;
    await expect(send(body('一'), store, words)).rejects.toBeInstanceOf(ApiError);
    at.loses = false;
    expect(await send(body('一'), store, words)).toEqual({ answer, changed: 'no' });
    expect(at.taken.size).toBe(1);
    expect(store.read()).toBeNull();
  });

  it('hands a later change in as a supplement when the first try had arrived after all', async () => {
    const at = server();
    const store = memory();
    at.loses = true;
    await expect(send(body('一'), store, words)).rejects.toBeInstanceOf(ApiError);
    at.loses = false;
    expect(await send(body('一，又写了二'), store, words)).toEqual({ answer, changed: 'supplemented' });
    expect(at.taken.size).toBe(1);
    expect(at.supplements[0]).toContain('补充：一，又写了二');
    expect(at.supplements[0]).toContain(answer.trackingCode);
  });

  it('finds the try that arrived among several', async () => {
    const at = server();
    const store = memory();
    at.loses = true;
    await expect(send(body('一'), store, words)).rejects.toBeInstanceOf(ApiError);
    at.down = true;
    await expect(send(body('二'), store, words)).rejects.toBeInstanceOf(ApiError);
    Object.assign(at, { loses: false, down: false });
    expect(await send(body('三'), store, words)).toMatchObject({ changed: 'supplemented' });
    expect(at.taken.size).toBe(1);
  });

  it('sends the changed text itself when the first try never arrived', async () => {
    const at = server();
    const store = memory();
    at.down = true;
    await expect(send(body('一'), store, words)).rejects.toMatchObject({ failure: 'offline' });
    at.down = false;
    expect(await send(body('二'), store, words)).toEqual({ answer, changed: 'no' });
    expect([...at.taken.values()][0]).toContain('二');
  });

  it('begins with a new key after a refusal', async () => {
    const store = memory();
    const keys: string[] = [];
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      keys.push((init.headers as Record<string, string>)['Idempotency-Key'] ?? '');
      const problem = { type: 'urn:fangxin:problem:invalid', title: '', status: 422 };
      const headers = { 'Content-Type': 'application/problem+json' };
      return Promise.resolve(new Response(JSON.stringify(problem), { status: 422, headers }));
    });
    await expect(send(body('一'), store, words)).rejects.toMatchObject({ status: 422 });
    await expect(send(body('二'), store, words)).rejects.toMatchObject({ status: 422 });
    expect(new Set(keys).size).toBe(2);
  });
});
