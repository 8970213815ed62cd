/**
 * The desk's calls: those of `api/client`, and two things more. When the session has ended the call waits until the
 * person has signed in again over the page and is then made once more; and each call tells whether the network is there.
 */
import { ApiError, call, type CallOptions } from '@/api/client';
import type { FieldError } from '@/api/types';
import { connection } from './connection';

export type Query = NonNullable<CallOptions['query']>;
type Method = Parameters<typeof call>[0];

/** Where the case stands now, as a 409 tells it. */
export interface CurrentState {
  version: number;
  stage: string;
  stageLabel?: string;
  lastChange?: Change | null;
  /** Whether what was written may go on the new version as it is. */
  mergeable?: boolean;
  /** The parts of the case that were touched, in words. */
  changed?: string[];
  changes?: Change[];
}

export interface Change {
  label: string;
  by: string | null;
  at: string;
}

let onSignedOut: (() => Promise<boolean>) | null = null;

/** What to do when the session has ended: resolves true once the person is back. */
export function whenSignedOut(handler: (() => Promise<boolean>) | null): void {
  onSignedOut = handler;
}

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return ask<T>('GET', path, signal === undefined ? { query } : { query, signal });
}

export function post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  return ask<T>('POST', path, { body, headers });
}

/** A call whose answer may take longer than ordinary patience: files. */
export function upload<T>(path: string, body: FormData, query: Query = {}): Promise<T> {
  return ask<T>('POST', path, { body, query, timeout: 300_000 });
}

export function put<T>(path: string, body?: unknown): Promise<T> {
  return ask<T>('PUT', path, { body });
}

export function remove<T>(path: string): Promise<T> {
  return ask<T>('DELETE', path);
}

async function ask<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  try {
    return await once<T>(method, path, options);
  } catch (error) {
    const over = error instanceof ApiError && error.status === 401 && !path.startsWith('/session');
    if (over && onSignedOut !== null && (await onSignedOut())) {
      return once<T>(method, path, options);
    }
    throw error;
  }
}

async function once<T>(method: Method, path: string, options: CallOptions): Promise<T> {
  try {
    const answer = await call<T>(method, path, options);
    connection.reached();
    return answer;
  } catch (error) {
    if (error instanceof ApiError) {
      if (error.failure === 'offline') {
        connection.lost();
      } else if (error.failure === 'problem') {
        connection.reached();
      }
    }
    throw error;
  }
}

export function statusOf(error: unknown): number {
  return error instanceof ApiError ? error.status : 0;
}

export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.failure !== 'problem';
}

export function fieldErrorsOf(error: unknown): FieldError[] {
  return error instanceof ApiError ? (error.problem?.errors ?? []) : [];
}

export function articlesOf(error: unknown): string[] {
  return error instanceof ApiError ? (error.problem?.articles ?? []) : [];
}

/** The state that a 409 carries; null for every other failure. */
export function currentOf(error: unknown): CurrentState | null {
  if (statusOf(error) !== 409 || !(error instanceof ApiError)) {
    return null;
  }
  return (error.problem?.['current'] as CurrentState | undefined) ?? null;
}
