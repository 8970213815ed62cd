import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, call, url, useCsrfToken } from './client';
import { wordsOf } from './words';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });

function serve(reply: (request: { url: string; init: RequestInit }) => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (target: string, init: RequestInit) => {
    calls.push({ url: target, init });
    return Promise.resolve(reply({ url: target, init }));
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
  useCsrfToken(null);
});

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) {
    throw new Error('expected a refusal');
  }
  return error;
}

describe('a call', () => {
  it('reads JSON and leaves out parameters without a value', async () => {
    const calls = serve(() => answer(200, { items: [] }));
    expect(await call('GET', '/regions', { query: { parent: '62', level: null, q: '' } })).toEqual({ items: [] });
    expect(calls[0]?.url).toBe('/api/v1/regions?parent=62');
  });

  it('repeats a parameter that has many values', () => {
    expect(url('/law/deadline', { pause: ['2026-06-10/2026-07-01', '2026-06-25/2026-07-08'] })).toBe(
      '/api/v1/law/deadline?pause=2026-06-10%2F2026-07-01&pause=2026-06-25%2F2026-07-08',
    );
  });

  it('sends the session’s token only with what changes something', async () => {
    useCsrfToken('token');
    const calls = serve(() => answer(200, {}));
    await call('GET', '/cases');
    await call('POST', '/session', { body: {} });
    const tokens = calls.map(({ init }) => (init.headers as Record<string, string>)['X-CSRF-TOKEN']);
    expect(tokens).toEqual([undefined, 'token']);
  });

  it('takes an empty answer as nothing', async () => {
    serve(() => new Response(null, { status: 204 }));
    expect(await call('DELETE', '/session')).toBeUndefined();
  });

  it('hands over the server’s problem with fields and waiting time', async () => {
    const problem = { type: 'urn:fangxin:problem:too-many', title: '太频繁', status: 429, detail: '请 3 分钟后再试。' };
    serve(() => answer(429, problem, { 'Retry-After': '180' }));
    const error = await failureOf(call('POST', '/submissions', { body: {} }));
    expect(error).toMatchObject({ failure: 'problem', status: 429, retryAfter: 180 });
    expect(wordsOf(error)).toBe('请 3 分钟后再试。');
  });

  it('survives a gateway’s page in place of a problem', async () => {
    serve(() => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }));
    const error = await failureOf(call('GET', '/law/rules'));
    expect(error).toMatchObject({ status: 502, problem: null });
    expect(wordsOf(error)).toContain('是我们的系统出了问题');
  });

  it('tells a lost network from a slow server', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failureOf(call('GET', '/law/rules'))).failure).toBe('offline');
    vi.stubGlobal(
      'fetch',
      (_target: string, init: RequestInit) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    expect((await failureOf(call('GET', '/law/rules', { timeout: 5 }))).failure).toBe('timeout');
  });
});
