/**
 * What is being typed, kept twice: at once in this browser, and one second after the last key on the server, per
 * person. The copy in the browser goes as soon as the server has it, so that a shared machine keeps nothing for long.
 */
import { ApiError } from '@/api/client';
import { get, put, remove, statusOf } from '@/desk/http';
import { session } from '@/features/identity/session';

interface ServerDraft {
  body: unknown;
}

const PREFIX = 'fangxin.draft.';

function place(key: string): string {
  return `${PREFIX}${session.personId ?? ''}.${key}`;
}

export function keepHere(key: string, text: string): void {
  localStorage.setItem(place(key), text);
}

export function keptHere(key: string): string | null {
  return localStorage.getItem(place(key));
}

export function dropHere(key: string): void {
  localStorage.removeItem(place(key));
}

/** Whether the text that this browser holds is still the one that was sent. */
function unchangedSince(key: string, text: string): boolean {
  return keptHere(key) === text;
}

export async function keepThere(key: string, text: string): Promise<void> {
  await put(path(key), { body: text });
  if (unchangedSince(key, text)) {
    dropHere(key);
  }
}

/** The newest text: this browser's if it has one (it was not yet sent), else the server's, else null. */
export async function restore(key: string): Promise<string | null> {
  const here = keptHere(key);
  return here ?? textOf(await there(key));
}

export async function forget(key: string): Promise<void> {
  dropHere(key);
  try {
    await remove(path(key));
  } catch (error) {
    if (statusOf(error) !== 404) {
      throw error;
    }
  }
}

async function there(key: string): Promise<ServerDraft | null> {
  try {
    return (await get<ServerDraft | undefined>(path(key))) ?? null;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.failure !== 'problem')) {
      return null;
    }
    throw error;
  }
}

function textOf(draft: ServerDraft | null): string | null {
  if (draft === null || draft.body === null || draft.body === undefined) {
    return null;
  }
  return typeof draft.body === 'string' ? draft.body : JSON.stringify(draft.body);
}

function path(key: string): string {
  return `/drafts/${encodeURIComponent(key)}`;
}
