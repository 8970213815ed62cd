import { flushPromises } from '@vue/test-utils';
import { effectScope, reactive } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { SAVE_AFTER } from './useDraft';
import { useFormDraft } from './useFormDraft';

const absent = new Reply(404, { title: '没有', detail: '没有找到。' });
let server: FakeServer;

function form(): { model: { kind: string; reason: string }; draft: ReturnType<typeof useFormDraft> } {
  const model = reactive({ kind: 'ANNUAL', reason: '' });
  const draft = effectScope().run(() => useFormDraft(() => 'hang:7/reports', model))!;
  return { model, draft };
}

describe('the draft of a form', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    server = new FakeServer();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is nothing while the form is as it began, even if it began with something chosen', async () => {
    server.on('GET /drafts/form:hang:7.reports', absent).install();
    const { draft } = form();
    await draft.load();
    await draft.flush();
    expect(draft.state.value).toBe('none');
    expect(localStorage).toHaveLength(0);
  });

  it('is on the server a moment after the last key, under a name without a stroke', async () => {
    server
      .on('GET /drafts/form:hang:7.reports', absent)
      .on('PUT /drafts/form:hang:7.reports', { version: 1, updatedAt: '2026-05-06T14:35:00+08:00' })
      .install();
    const { model, draft } = form();
    await draft.load();
    model.reason = '写到一半';
    await vi.advanceTimersByTimeAsync(SAVE_AFTER + 10);
    await flushPromises();
    expect(draft.state.value).toBe('saved');
  });

  it('comes back into the form that is opened again', async () => {
    server
      .on('GET /drafts/form:hang:7.reports', { body: '{"kind":"SICK","reason":"昨天写的"}', version: 2, updatedAt: '2026-05-06T14:35:00+08:00' })
      .install();
    const { model, draft } = form();
    await draft.load();
    expect(model).toEqual({ kind: 'SICK', reason: '昨天写的' });
    expect(draft.restored.value).toBe(true);
  });
});
