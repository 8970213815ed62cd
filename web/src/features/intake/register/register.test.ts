import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { FakeServer, Reply } from '../../../../tests/desk/server';
import { pretend } from '@/features/identity/session';
import RegisterPage from './RegisterPage.vue';

const receipt = {
  submissionNo: '620823-261124-0001',
  trackingCode: '4821093755261840',
  cases: [
    {
      caseNo: '620823-261124-0002',
      kind: 'COMPLAINT',
      stage: 'RECEIVED',
      agency: { code: '620823', name: '崇信县市场监督管理局' },
      route: { articles: ['第十三条第一款'], reason: '商家在崇信县。' },
      deadlines: [{ rule: 'order121.complaint.accept', article: '第十五条', startedAt: '', dueOn: '2026-12-03', reason: '理由如此。' }],
    },
  ],
};

/** What somebody told before the page was reloaded: everything that the law asks. */
const told = {
  choice: 'COMPLAINT',
  draft: {
    content: '冰箱第二天就不制冷，店里不给退。',
    merchantName: '某某家电商场',
    merchantAddress: '锦屏镇西街',
    merchantPlace: { code: '620823', names: ['甘肃省', '平凉市', '崇信县'] },
    demands: ['REFUND'],
    wantsComplaint: true,
  },
  identity: { name: '张三', phone: '13800000000', address: '锦屏镇' },
  receivedOn: '',
  readBack: false,
};

let server: FakeServer;
let page: VueWrapper;

async function open(address = '/desk/call'): Promise<void> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/desk/call', component: RegisterPage },
      { path: '/desk/cases/:caseNo', name: 'case', component: { template: '<p />' } },
    ],
  });
  await router.push(address);
  page = mount(RegisterPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

const press = (init: KeyboardEventInit): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));

const block = (): string | undefined =>
  document.activeElement?.closest('[data-block]')?.getAttribute('aria-labelledby') ?? undefined;

beforeEach(() => {
  localStorage.clear();
  pretend({ signedIn: true, personId: 'p1', roles: ['REGISTRAR'] });
  const due = { rule: '', article: '', inForce: true, startedAt: '', nominal: null, dueOn: '2026-12-03', actBy: null, provisional: false, reason: '十二月三日的理由', skipped: [] };
  server = new FakeServer()
    .on('GET /regions', { items: [] })
    .on('GET /public/green-channel', { offer: null })
    .on('GET /law/deadline', due)
    .on('POST /jurisdiction', {
      candidates: [{ agency: { code: '620823', name: '崇信县市场监督管理局' }, articles: ['第十三条第一款'], reason: '商家在崇信县。' }],
      missing: [],
    })
    .on('POST /submissions/suggest', { kinds: [{ kind: 'REPORT', words: ['过期'] }], goods: [], problem: [] })
    .on('PUT /drafts/register', { version: 2 })
    .on('DELETE /drafts/register', {})
    .on('POST /submissions', receipt)
    .install();
});

afterEach(async () => {
  vi.useRealTimers();
  page.unmount();
  await flushPromises();
  vi.unstubAllGlobals();
});

describe('the registration desk', () => {
  it('goes from block to block by F8 and back by Shift+F8', async () => {
    await open();
    press({ code: 'F8' });
    expect(block()).toBe('block-person');
    press({ code: 'F8' });
    expect(block()).toBe('block-merchant');
    press({ code: 'F8', shiftKey: true });
    expect(block()).toBe('block-person');
  });

  it('says what is still to be asked, in the words in which one would ask', async () => {
    await open();
    const asks = () => page.findAll('.asks button').map((one) => one.text());
    expect(asks()).toContain('请说说发生了什么？');
    await page.find('#content').setValue('冰箱第二天就不制冷');
    expect(asks()).not.toContain('请说说发生了什么？');
  });

  it('proposes a kind with the words that made it think so, and leaves the choice to the officer', async () => {
    await open();
    vi.useFakeTimers();
    await page.find('#content').setValue('这家店在卖过期的奶粉，请你们查一查');
    await vi.advanceTimersByTimeAsync(700);
    expect(page.find('fieldset .note').text()).toContain('过期');
    expect(page.find<HTMLInputElement>('input[value="COMPLAINT"]').element.checked).toBe(true);
    await page.find('fieldset .note button').trigger('click');
    expect(page.find<HTMLInputElement>('input[value="REPORT"]').element.checked).toBe(true);
  });

  it('registers with Ctrl+Enter what a draft held, and gives the number and the code to say', async () => {
    server.on('GET /drafts/register', { body: JSON.stringify(told), version: 1, updatedAt: '2026-05-06T14:32:00+08:00' });
    await open();
    expect(page.find<HTMLInputElement>('#name').element.value).toBe('张三');
    expect(page.text()).toContain('12月3日（周四）前决定是否受理');
    page.find<HTMLInputElement>('#name').element.focus();
    press({ code: 'Enter', key: 'Enter', ctrlKey: true });
    await flushPromises();

    const [sent] = server.calls('POST /submissions');
    expect(sent?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(sent?.body).toMatchObject({ channel: 'PHONE', kinds: ['COMPLAINT'], person: { name: '张三' }, demands: ['REFUND'] });
    expect(page.find('.result').text()).toContain('4821 0937 5526 1840');
    expect(page.find('.result').text()).toContain('12月3日（周四）前决定是否受理');
  });

  it('keeps name and phone for a further matter of the same person', async () => {
    server.on('GET /drafts/register', { body: JSON.stringify(told), version: 1, updatedAt: '2026-05-06T14:32:00+08:00' });
    await open();
    await page.find('form').trigger('submit');
    await flushPromises();
    await page.findAll('.result .buttons button')[1]?.trigger('click');
    await flushPromises();
    expect(page.find<HTMLInputElement>('#name').element.value).toBe('张三');
    expect(page.find<HTMLInputElement>('#phone').element.value).toBe('13800000000');
    expect(page.find<HTMLTextAreaElement>('#content').element.value).toBe('');
  });

  it('keeps everything when the network is cut, and sends it once under the same key when it is back', async () => {
    server.on('GET /drafts/register', { body: JSON.stringify(told), version: 1, updatedAt: '2026-05-06T14:32:00+08:00' });
    await open();
    server.disconnect();
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.text()).toContain('网络断开，还没有登记');
    expect(page.find<HTMLTextAreaElement>('#content').element.value).toContain('冰箱');

    server.reconnect();
    window.dispatchEvent(new Event('online'));
    await flushPromises();
    expect(server.calls('POST /submissions')).toHaveLength(1);
    expect(page.find('.result').exists()).toBe(true);
  });

  it('puts the server’s faults beside their fields', async () => {
    server.on('GET /drafts/register', { body: JSON.stringify(told), version: 1, updatedAt: '2026-05-06T14:32:00+08:00' });
    const errors = [{ field: 'person.phone', code: 'short', message: '电话少 4 位。' }];
    server.on('POST /submissions', new Reply(422, { title: '填写有误', status: 422, errors }));
    await open();
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.find('#phone-error').text()).toContain('电话少 4 位。');
    expect(page.find<HTMLInputElement>('#phone').element.value).toBe('13800000000');
  });

  it('refuses an amount and a day that are none, where it used to leave them out', async () => {
    const odd = { ...told, draft: { ...told.draft, amount: '-5', knewOn: '2999-01-01' } };
    server.on('GET /drafts/register', { body: JSON.stringify(odd), version: 1, updatedAt: '2026-05-06T14:32:00+08:00' });
    await open();
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.find('#amount-error').text()).toContain('不能小于 0');
    expect(page.find('#knewOn-error').text()).toContain('不能在今天以后');
    expect(server.calls('POST /submissions')).toHaveLength(0);
    expect(page.find<HTMLInputElement>('#amount').element.value).toBe('-5');
  });

  it('asks no name of an anonymous report', async () => {
    await open();
    await page.find('input[value="REPORT"]').trigger('change');
    await page.find('input[type="checkbox"]').setValue(true);
    expect(page.find('#name').exists()).toBe(false);
    expect(page.findAll('.asks button').map((one) => one.text())).not.toContain('请问您的全名？');
  });
});
