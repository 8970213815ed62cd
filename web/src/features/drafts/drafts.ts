/**
 * What is being typed, kept twice: at once in this browser, and one second after the last key on the server, per
 * person. The copy in the browser goes as soon as the server has it, so that a shared machine keeps nothing for long.
 * In the browser it lies in `localStorage`, whose writing is done when the call returns: a tab that dies at the next
 * moment has lost nothing.
 */
import { ApiError } from '@/api/client';
import { timeOf } from '@/ui/when';
import { draftDoor } from './door';

interface ServerDraft {
  body: unknown;
  version: number;
  updatedAt: string;
}

/** A text with the hour and minute when it was written, and the server's version that it came from. */
export interface KeptText {
  text: string;
  at: string;
  version: number;
}

/** Another window saved the same form first. */
export interface OtherWindow {
  version: number;
  at: string;
}

const PREFIX = 'fangxin.draft.';

function place(key: string): string {
  return `${PREFIX}${draftDoor().owner()}.${key}`;
}

export function keepHere(key: string, kept: KeptText): void {
  localStorage.setItem(place(key), JSON.stringify(kept));
}

export function keptHere(key: string): KeptText | null {
  const stored = localStorage.getItem(place(key));
  return stored === null ? null : (JSON.parse(stored) as KeptText);
}

export function dropHere(key: string): void {
  localStorage.removeItem(place(key));
}

/** Saves on the server; the new version. The copy in the browser goes if it is still the text that was sent. */
export async function keepThere(key: string, text: string, version: number): Promise<number> {
  const saved = await draftDoor().put<{ version: number }>(path(key), { body: text, version });
  if (keptHere(key)?.text === text) {
    dropHere(key);
  }
  return saved.version;
}

/** The newest text: this browser's if it has one (it was not yet sent), else the server's, else null. */
export async function restore(key: string): Promise<KeptText | null> {
  return keptHere(key) ?? there(key);
}

export async function forget(key: string): Promise<void> {
  dropHere(key);
  try {
    await draftDoor().remove(path(key));
  } catch (error) {
    if (statusOf(error) !== 404) {
      throw error;
    }
  }
}

/** What a 409 tells of the other window; null for every other failure. */
export function otherWindowOf(error: unknown): OtherWindow | null {
  if (statusOf(error) !== 409 || !(error instanceof ApiError)) {
    return null;
  }
  const current = error.problem?.['current'] as { version: number; updatedAt: string } | undefined;
  return current === undefined ? { version: 0, at: '' } : { version: current.version, at: timeOf(current.updatedAt) };
}

/** The server's text; null when there is none or no answer. */
export async function there(key: string): Promise<KeptText | null> {
  try {
    const draft = (await draftDoor().get<ServerDraft | undefined>(path(key))) ?? null;
    return textOf(draft);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.failure !== 'problem')) {
      return null;
    }
    throw error;
  }
}

function textOf(draft: ServerDraft | null): KeptText | null {
  if (draft === null || draft.body === null || draft.body === undefined) {
    return null;
  }
  const text = typeof draft.body === 'string' ? draft.body : JSON.stringify(draft.body);
  return { text, at: timeOf(draft.updatedAt), version: draft.version };
}

const statusOf = (error: unknown): number => (error instanceof ApiError ? error.status : 0);

function path(key: string): string {
  return `/drafts/${encodeURIComponent(key)}`;
}
