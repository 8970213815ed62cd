import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, type DraftStore } from './draftKeeper';

interface Story {
  content: string;
}

const oneDay = 24 * 60 * 60 * 1000;

function memory(): DraftStore & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, structuredClone(value))),
    remove: (key) => Promise.resolve(void kept.delete(key)),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the draft keeper', () => {
  it('has written everything within a second of the last key', async () => {
    const store = memory();
    const keeper = new DraftKeeper<Story>(store, 'submit');
    keeper.keep({ content: '五月二日' });
    keeper.keep({ content: '五月二日买的冰箱' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.state.value).toBe('saved');
    expect(await new DraftKeeper<Story>(store, 'submit').load()).toEqual({ content: '五月二日买的冰箱' });
  });

  it('writes during steady typing, not only after it', async () => {
    const store = memory();
    const keeper = new DraftKeeper<Story>(store, 'submit');
    for (let key = 1; key <= 20; key++) {
      keeper.keep({ content: '字'.repeat(key) });
      await vi.advanceTimersByTimeAsync(100);
    }
    const kept = store.kept.get('submit') as { value: Story };
    expect(kept.value.content.length).toBeGreaterThan(15);
  });

  it('writes at once when the page is left', async () => {
    const store = memory();
    const keeper = new DraftKeeper<Story>(store, 'submit');
    keeper.keep({ content: '一' });
    await keeper.flush();
    expect(store.kept.has('submit')).toBe(true);
  });

  it('forgets after seven days', async () => {
    const store = memory();
    let moment = 0;
    const keeper = new DraftKeeper<Story>(store, 'submit', () => moment);
    keeper.keep({ content: '一' });
    await keeper.flush();
    moment = 7 * oneDay;
    expect(await keeper.load()).not.toBeNull();
    moment += 1;
    expect(await keeper.load()).toBeNull();
    expect(store.kept.size).toBe(0);
  });

  it('keeps nothing on a public computer, not even what was waiting', async () => {
    const store = memory();
    const keeper = new DraftKeeper<Story>(store, 'submit');
    keeper.keep({ content: '一' });
    await keeper.flush();
    keeper.keep({ content: '二' });
    await keeper.turnOff();
    keeper.keep({ content: '三' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.kept.size).toBe(0);
    expect(keeper.state.value).toBe('off');
  });

  it('says that it cannot keep, and does not stop the page', async () => {
    const full: DraftStore = { ...memory(), set: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    const keeper = new DraftKeeper<Story>(full, 'submit');
    keeper.keep({ content: '一' });
    await keeper.flush();
    expect(keeper.state.value).toBe('failed');
  });
});
