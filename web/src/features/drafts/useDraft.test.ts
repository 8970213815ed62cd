import { flushPromises } from '@vue/test-utils';
import { effectScope, reactive, ref, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { useDraftDoor, type DraftDoor } from './door';
import { SAVE_AFTER, useDraft, type Draft } from './useDraft';

interface Stored {
  body: unknown;
  version: number;
  updatedAt: string;
}

/** The server's one draft, with the rule of versions that the program has. */
let stored: Stored | null = null;
let down = false;

const door: DraftDoor = {
  owner: () => 'p-1',
  get: <T>() => (stored === null ? Promise.reject(new ApiError('problem', 404, null)) : Promise.resolve(stored as T)),
  put: <T>(_path: string, body: unknown) => {
    const sent = body as { body: string; version: number };
    if (down) {
      return Promise.reject(new ApiError('offline', 0, null));
    }
    if (stored !== null && stored.version !== sent.version) {
      return Promise.reject(new ApiError('problem', 409, { type: '', title: '', status: 409, current: stored } as never));
    }
    stored = { body: sent.body, version: sent.version + 1, updatedAt: '2026-05-06T14:35:00+08:00' };
    return Promise.resolve(stored as T);
  },
  remove: () => {
    stored = null;
    return Promise.resolve(null);
  },
  offline: ref(false),
  whenBack: () => () => undefined,
};

let scope: EffectScope;

async function open(): Promise<{ model: { words: string }; draft: Draft }> {
  const model = reactive({ words: '' });
  scope = effectScope();
  const draft = scope.run(() => useDraft(() => 'act:1:refuse', model, (one) => one.words === ''))!;
  await draft.load();
  return { model, draft };
}

const pause = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(SAVE_AFTER + 10);
  await flushPromises();
};

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useDraftDoor(door);
    stored = null;
    down = false;
    localStorage.clear();
  });
  afterEach(() => {
    scope.stop();
    vi.useRealTimers();
  });

  it('is in this browser at the very key, so that a dead tab has lost nothing', async () => {
    down = true;
    const first = await open();
    first.model.words = '写到一半';
    const again = await open();
    expect(again.model.words).toBe('写到一半');
    expect(again.draft.restored.value).toBe(true);
  });

  it('is put back with its time and can be thrown away', async () => {
    stored = { body: '{"words":"昨天写的"}', version: 3, updatedAt: '2026-05-06T14:32:00+08:00' };
    const { model, draft } = await open();
    expect(draft.restoredFrom.value).toBe('14:32');
    await draft.startAgain();
    expect(model.words).toBe('');
    expect(stored).toBeNull();
  });

  it('of two windows is never overwritten silently: mine over theirs by choice', async () => {
    const { model, draft } = await open();
    stored = { body: '{"words":"另一个窗口"}', version: 1, updatedAt: '2026-05-06T14:35:00+08:00' };
    model.words = '这个窗口';
    await pause();
    expect(draft.other.value).toEqual({ version: 1, at: '14:35' });
    expect(stored.body).toContain('另一个窗口');
    await draft.takeMine();
    expect(stored.body).toContain('这个窗口');
    expect(draft.other.value).toBeNull();
  });

  it('of two windows comes from the other one by choice', async () => {
    const { model, draft } = await open();
    stored = { body: '{"words":"另一个窗口"}', version: 1, updatedAt: '2026-05-06T14:35:00+08:00' };
    model.words = '这个窗口';
    await pause();
    await draft.takeTheirs();
    expect(model.words).toBe('另一个窗口');
    model.words = '另一个窗口，又加一句';
    await pause();
    expect(draft.state.value).toBe('saved');
    expect(stored.version).toBe(2);
  });
});
