import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { defineComponent, h, ref } from 'vue';
import { FakeServer, Reply } from '../../../tests/desk/server';
import DeskApp from '@/desk/DeskApp.vue';
import { post } from '@/desk/http';
import { ASK_AFTER, END_AFTER, wakefulnessAt } from './idle';
import { pretend } from './session';

const officer = { signedIn: true, personId: 'p1', username: 'wangfang', displayName: '王芳', roles: ['HANDLER'], mustChangePassword: false, csrfToken: 't' };

/** A page with a text area and a button that sends it. */
const Writing = defineComponent(() => {
  const text = ref('');
  const answer = ref('');
  const send = async (): Promise<void> => {
    answer.value = (await post<{ words: string }>('/notes', { text: text.value })).words;
  };
  return () => [
    h('textarea', { id: 'note', value: text.value, onInput: (event: Event) => (text.value = (event.target as HTMLTextAreaElement).value) }),
    h('button', { id: 'send', onClick: () => void send() }),
    h('output', answer.value),
  ];
});

let server: FakeServer;
let app: VueWrapper | undefined;

async function open(): Promise<VueWrapper> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: Writing }] });
  await router.push('/desk/notes');
  const mounted = (app = mount(DeskApp, { global: { plugins: [router] }, attachTo: document.body }));
  await flushPromises();
  return mounted;
}

beforeEach(() => {
  pretend({ ...officer });
  server = new FakeServer()
    .on('POST /notes', new Reply(401, { title: '尚未登录', status: 401 }))
    .on('DELETE /session', {})
    .on('GET /session', { signedIn: false, csrfToken: 'fresh' })
    .on('POST /session', { ...officer, csrfToken: 'newer' })
    .install();
});

afterEach(() => {
  app?.unmount();
  vi.unstubAllGlobals();
});

describe('the end of a session', () => {
  it('is asked about at thirteen idle minutes and comes at fifteen', () => {
    expect(wakefulnessAt(ASK_AFTER - 1)).toBe('awake');
    expect(wakefulnessAt(ASK_AFTER)).toBe('asking');
    expect(wakefulnessAt(END_AFTER)).toBe('asleep');
    expect([ASK_AFTER / 60_000, END_AFTER / 60_000]).toEqual([13, 15]);
  });

  it('lets one sign in over the page, keeps what was typed, and sends what was waiting', async () => {
    const page = await open();
    await page.find('#note').setValue('商家同意换货');
    await page.find('#send').trigger('click');
    await flushPromises();
    const sheet = document.querySelector('.sheet:not([hidden]) #return-password');
    expect(sheet).not.toBeNull();
    expect(page.find<HTMLTextAreaElement>('#note').element.value).toBe('商家同意换货');

    server.on('POST /notes', { words: '已记下' });
    const password = sheet as HTMLInputElement;
    password.value = 'secret-words-1X';
    password.dispatchEvent(new Event('input'));
    password.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    await flushPromises();

    const sent = server.calls('POST /notes');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.headers.get('X-CSRF-TOKEN')).toBe('newer');
    expect(sent[1]?.body).toEqual({ text: '商家同意换货' });
    expect(server.calls('POST /session')[0]?.body).toEqual({ username: 'wangfang', password: 'secret-words-1X' });
    expect(page.find('output').text()).toBe('已记下');
    expect(page.find<HTMLTextAreaElement>('#note').element.value).toBe('商家同意换货');
  });
});
