import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';
import { ApiError } from '@/api/client';
import { useDraftDoor } from '@/features/drafts/door';
import { SAVE_AFTER } from '@/features/drafts/useDraft';
import MerchantForm from './MerchantForm.vue';

const no = '620823-260506-0001';
const path = `/drafts/${encodeURIComponent(`form:talk:${no}:PROPOSE`)}`;

/** The server's drafts by their address, as another device of the same shop finds them. */
let kept: Map<string, { body: string; version: number; updatedAt: string }>;
let form: VueWrapper;

function open(send: (body: object) => Promise<void>): void {
  form = mount(MerchantForm, { props: { no, what: 'PROPOSE', send }, attachTo: document.body });
}

async function write(): Promise<void> {
  await form.find('input[value=EXCHANGE]').setValue();
  await form.find('textarea').setValue('愿意换新的');
  await form.find('#amount').setValue('-5');
  await vi.advanceTimersByTimeAsync(SAVE_AFTER + 10);
  await flushPromises();
}

describe('a form of the merchant', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    kept = new Map();
    useDraftDoor({
      owner: () => 'p-shop',
      get: <T>(at: string) => (kept.has(at) ? Promise.resolve(kept.get(at) as T) : Promise.reject(new ApiError('problem', 404, null))),
      put: <T>(at: string, body: unknown) => {
        const sent = body as { body: string; version: number };
        kept.set(at, { body: sent.body, version: sent.version + 1, updatedAt: '2026-05-06T14:35:00+08:00' });
        return Promise.resolve(kept.get(at) as T);
      },
      remove: (at) => Promise.resolve(kept.delete(at)),
      offline: ref(false),
      whenBack: () => () => undefined,
    });
  });

  afterEach(() => {
    form.unmount();
    vi.useRealTimers();
  });

  it('is there on another device a moment after the last key', async () => {
    open(() => Promise.resolve());
    await flushPromises();
    await write();
    expect(kept.get(path)?.body).toContain('愿意换新的');
    form.unmount();
    localStorage.clear();

    open(() => Promise.resolve());
    await flushPromises();
    expect(form.find('textarea').element.value).toBe('愿意换新的');
    expect(form.find<HTMLInputElement>('input[value=EXCHANGE]').element.checked).toBe(true);
  });

  it('says at the field why it was refused, and keeps what was typed', async () => {
    const problem = { type: 'invalid', title: '', status: 422, errors: [{ field: 'amount', message: '“金额”填数字，不能小于 0。' }] };
    open(() => Promise.reject(new ApiError('problem', 422, problem as never)));
    await flushPromises();
    await write();
    await form.find('form').trigger('submit');
    await flushPromises();

    expect(form.find('#amount-error').text()).toContain('“金额”填数字，不能小于 0。');
    expect(form.find<HTMLInputElement>('#amount').element.value).toBe('-5');
    expect(kept.has(path)).toBe(true);
  });

  it('leaves no draft behind when it was sent', async () => {
    const sent: object[] = [];
    open((body) => {
      sent.push(body);
      return Promise.resolve();
    });
    await flushPromises();
    await write();
    await form.find('form').trigger('submit');
    await flushPromises();

    expect(sent).toEqual([expect.objectContaining({ text: '愿意换新的', remedy: 'EXCHANGE', amount: '-5' })]);
    expect(form.emitted('sent')).toHaveLength(1);
    expect(kept.has(path)).toBe(false);
    expect(localStorage).toHaveLength(0);
  });
});
