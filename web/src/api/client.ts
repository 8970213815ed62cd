import { locale } from '@/i18n';
import type { ProblemDetail } from './types';

/** Why a call has no answer: the server refused it, nothing was reached, or it took too long. */
export type Failure = 'problem' | 'offline' | 'timeout';

/** A call that failed; `problem` holds the server's own words when it sent any. */
export class ApiError extends Error {
  constructor(
    readonly failure: Failure,
    readonly status: number,
    readonly problem: ProblemDetail | null,
    /** Seconds to wait before trying again, from `Retry-After`; null when not said. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem?.title ?? failure);
  }
}

export interface CallOptions {
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds; 20 s unless told. */
  timeout?: number;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const base = '/api/v1';
const patience = 20_000;

let csrfToken: string | null = null;

/** The token of the desk's session; the public pages have none. */
export function useCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Headers that every changing call needs; also for uploads, which do not pass through `call`. */
export function changingHeaders(): Record<string, string> {
  return csrfToken === null ? {} : { 'X-CSRF-TOKEN': csrfToken };
}

export const url = (path: string, query: CallOptions['query'] = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') {
      continue;
    }
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      search.append(name, String(one));
    }
  }
  const text = search.toString();
  return base + path + (text === '' ? '' : `?${text}`);
};

/** One call of the contract: JSON both ways, problems as `ApiError`; `undefined` for an empty answer. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), options.timeout ?? patience);
  const given = options.signal;
  const forward = (): void => timer.abort(given?.reason);
  given?.addEventListener('abort', forward);
  try {
    const response = await fetch(url(path, options.query), request(method, options, timer.signal));
    return await read<T>(response);
  } catch (error) {
    throw given?.aborted === true ? given.reason : explain(error, timer.signal.aborted);
  } finally {
    clearTimeout(timeout);
    given?.removeEventListener('abort', forward);
  }
}

function request(method: Method, options: CallOptions, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': locale.value,
    ...(method === 'GET' ? {} : changingHeaders()),
    ...options.headers,
  };
  const { body } = options;
  if (body === undefined || body instanceof FormData) {
    return { method, headers, signal, credentials: 'same-origin', ...(body === undefined ? {} : { body }) };
  }
  headers['Content-Type'] = 'application/json';
  return { method, headers, signal, credentials: 'same-origin', body: JSON.stringify(body) };
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) {
    throw new ApiError('problem', response.status, problemOf(text, response), secondsToWait(response));
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function secondsToWait(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/** The problem in an answer's text; null when the answer is none (a proxy's page, a broken body). */
export function problemOf(text: string, response: { headers: Headers }): ProblemDetail | null {
  if (response.headers.get('Content-Type')?.includes('json') !== true) {
    return null;
  }
  try {
    return JSON.parse(text) as ProblemDetail;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

function explain(error: unknown, timedOut: boolean): unknown {
  if (error instanceof ApiError) {
    return error;
  }
  if (timedOut) {
    return new ApiError('timeout', 0, null);
  }
  return error instanceof TypeError ? new ApiError('offline', 0, null) : error;
}
