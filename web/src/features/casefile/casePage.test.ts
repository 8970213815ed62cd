import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { acts, caseDetail } from '../../../tests/desk/samples';
import { pretend } from '@/features/identity/session';
import type { CaseDetail } from './types';
import { pretendActs } from './acts/catalogue';
import CasePage from './CasePage.vue';

const caseNo = '620823-260506-0012';
const draftKey = `act:${caseNo}:refuse`;

let server: FakeServer;
let router: Router;
let page: VueWrapper;

async function open(query = '', detail: CaseDetail = caseDetail()): Promise<void> {
  server.on(`GET /cases/${caseNo}`, detail);
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/desk/cases', name: 'cases', component: { template: '<p />' } },
      { path: '/desk/cases/:caseNo', name: 'case', component: CasePage, props: true },
      { path: '/desk/person', name: 'person', component: { template: '<p />' } },
    ],
  });
  await router.push(`/desk/cases/${caseNo}${query}`);
  page = mount(CasePage, { props: { caseNo }, global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

beforeEach(() => {
  localStorage.clear();
  pretend({ signedIn: true, personId: 'p1', roles: ['HANDLER'] });
  pretendActs(acts);
  server = new FakeServer().on(`PUT /drafts/${draftKey}`, { version: 2 }).on(`DELETE /drafts/${draftKey}`, {}).install();
});

afterEach(async () => {
  vi.useRealTimers();
  page.unmount();
  await flushPromises();
  vi.unstubAllGlobals();
});

const actButtons = (): string[] => page.findAll('[data-act]').map((one) => one.attributes('data-act') ?? '');

async function writeRefusal(): Promise<void> {
  await page.find('#act-grounds input').setValue(true);
  await page.find('#act-facts').setValue('购买于2021年，早已知道。');
  await page.find('#act-form form').trigger('submit');
  await flushPromises();
}

describe('the case page', () => {
  it('has the buttons of availableActs, no more and no less, and none that is disabled', async () => {
    await open();
    expect(actButtons()).toEqual(['accept', 'refuse']);
    expect(page.findAll('.acts button[disabled]')).toHaveLength(0);
    expect(page.find('.blocked').text()).toContain('受理和调解期限不能延长。');
    expect(page.find('.blocked').text()).toContain('第二十三条');
  });

  it.each([
    [['HANDLER'], false],
    [['HANDLER', 'LEADER'], true],
  ])('offers to ask a leader only for an act that one takes: %j', async (roles, asked) => {
    const approval = { name: 'approval', label: '负责人批准', type: 'APPROVAL' as const, required: false };
    pretendActs(acts.map((act) => (act.act === 'refuse' ? { ...act, roles, fields: [...act.fields, approval] } : act)));
    await open('?act=refuse');
    expect(page.find('#act-form').text().includes('怎样批准')).toBe(asked);
  });

  it('shows every act, the seventh and later behind one more button', async () => {
    const many = ['accept', 'refuse', 'a', 'b', 'c', 'd', 'e', 'f'];
    await open('', caseDetail({ availableActs: many }));
    expect(actButtons()).toHaveLength(6);
    await page.findAll('.act-buttons .plain')[0]?.trigger('click');
    expect(actButtons()).toEqual(many);
  });

  it('gives each date its reason in the words of the server', async () => {
    await open();
    expect(page.find('.deadlines [data-due]').text()).toContain('还剩 2 个工作日，5月14日（周四）截止');
    expect(page.find('.deadlines details').text()).toContain('5月6日收到，当天不算。到 5月14日满 7 个工作日。');
  });

  it('keeps what was written when somebody was first, and sends it again from there', async () => {
    await open('?act=refuse');
    const current = { version: 4, stage: 'RECEIVED', lastChange: { label: '分派', by: '王芳', at: '2026-05-07T10:42:00+08:00' } };
    server.on(`POST /cases/${caseNo}/acts/refuse`, new Reply(409, { title: '已有新的变化', status: 409, current }));
    await writeRefusal();
    const sheet = document.querySelector('.sheet');
    expect(sheet?.textContent).toContain('王芳');
    expect(sheet?.textContent).toContain('购买于2021年，早已知道。');

    server.on(`GET /cases/${caseNo}`, caseDetail({ version: 4 }));
    (sheet?.querySelector('.main') as HTMLButtonElement).click();
    await flushPromises();
    expect((page.find('#act-facts').element as HTMLTextAreaElement).value).toBe('购买于2021年，早已知道。');

    server.on(`POST /cases/${caseNo}/acts/refuse`, { caseNo, stage: 'REFUSED', version: 5, entries: [], deadlines: [], availableActs: [] });
    await page.find('#act-form form').trigger('submit');
    await flushPromises();
    const sent = server.calls(`POST /cases/${caseNo}/acts/refuse`);
    expect(sent.map((one) => one.headers.get('If-Match'))).toEqual(['"1"', '"4"']);
    expect(sent[1]?.body).toEqual({ grounds: ['OVER_THREE_YEARS'], facts: '购买于2021年，早已知道。' });
    expect(page.find('#act-form').exists()).toBe(false);
  });

  it('goes on with one press when what came in between does not matter to the act', async () => {
    await open('?act=refuse');
    const change = { label: '分派', by: '王芳', at: '2026-05-07T10:42:00+08:00' };
    const current = { version: 4, stage: 'RECEIVED', lastChange: change, mergeable: true, changed: ['承办人员'], changes: [change] };
    server.on(`POST /cases/${caseNo}/acts/refuse`, new Reply(409, { title: '已有新的变化', status: 409, current }));
    await writeRefusal();
    const sheet = document.querySelector('.sheet');
    expect(sheet?.textContent).toContain('变动的：承办人员');

    server.on(`POST /cases/${caseNo}/acts/refuse`, { caseNo, stage: 'REFUSED', version: 5, entries: [], deadlines: [], availableActs: [] });
    const button = sheet?.querySelector('.main') as HTMLButtonElement;
    expect(button.textContent).toBe('在新版本上继续');
    button.click();
    await flushPromises();
    const sent = server.calls(`POST /cases/${caseNo}/acts/refuse`);
    expect(sent.map((one) => one.headers.get('If-Match'))).toEqual(['"1"', '"4"']);
    expect(sent[1]?.body).toEqual(sent[0]?.body);
    expect(page.find('#act-form').exists()).toBe(false);
  });

  it('shows loudly who writes what, and quietly who reads', async () => {
    const others = [
      { displayName: '王芳', act: 'refuse', actLabel: '不予受理', since: '2026-05-07T10:42:00+08:00' },
      { displayName: '李明', act: null, actLabel: null, since: '2026-05-07T10:40:00+08:00' },
    ];
    server.on(`PUT /cases/${caseNo}/presence`, { others });
    await open('?act=refuse');
    expect(page.find('.presence .warning').text()).toBe('王芳 正在填写“不予受理”');
    expect(page.find('.presence .muted').text()).toBe('李明 正在查看');
    expect(server.calls(`PUT /cases/${caseNo}/presence`).at(-1)?.body).toEqual({ act: 'refuse' });
  });

  it('keeps the key of the opening when no answer came, so that nothing is done twice', async () => {
    await open('?act=refuse');
    server.disconnect();
    await writeRefusal();
    expect(page.find('#act-form').text()).toContain('网络断开，没有提交');
    server.reconnect();
    server.on(`POST /cases/${caseNo}/acts/refuse`, new Reply(500, { title: '', status: 500 }));
    await page.find('#act-form form').trigger('submit');
    await flushPromises();
    await page.find('#act-form form').trigger('submit');
    await flushPromises();
    const keys = server.calls(`POST /cases/${caseNo}/acts/refuse`).map((one) => one.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('names the article that forbids an act and leads from each fault to its field', async () => {
    await open('?act=refuse');
    await page.find('#act-form form').trigger('submit');
    expect(page.findAll('.errors a').map((one) => one.text())).toEqual(['请填写“理由”。', '请填写“事实”。']);
    expect(server.calls(`POST /cases/${caseNo}/acts/refuse`)).toHaveLength(0);

    const detail = '现在不能“不予受理”：5月7日已受理。 第二十三条';
    server.on(`POST /cases/${caseNo}/acts/refuse`, new Reply(422, { title: '依法不能这样办', detail, status: 422, articles: ['第二十三条'] }));
    await writeRefusal();
    expect(page.find('#act-form .fault').text()).toContain(detail);
    expect((page.find('#act-facts').element as HTMLTextAreaElement).value).toBe('购买于2021年，早已知道。');
  });

  it('puts a draft back after a reload, and saves one a second after the last key', async () => {
    server.on(`GET /drafts/${draftKey}`, {
      body: JSON.stringify({ grounds: [], facts: '上次写的' }),
      version: 1,
      updatedAt: '2026-05-06T14:32:00+08:00',
    });
    await open('?act=refuse');
    const field = page.find('#act-facts');
    expect((field.element as HTMLTextAreaElement).value).toBe('上次写的');
    expect(page.find('.draft-back').text()).toContain('已恢复 14:32 的草稿');

    vi.useFakeTimers();
    await field.setValue('上次写的，又加一句');
    expect(localStorage.length).toBe(1);
    await vi.advanceTimersByTimeAsync(900);
    expect(server.calls(`PUT /drafts/${draftKey}`)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(JSON.stringify(server.calls(`PUT /drafts/${draftKey}`)[0]?.body)).toContain('又加一句');
    expect(localStorage.length).toBe(0);
  });

  it('says the same of a case that is missing and of one that may not be seen', async () => {
    const words: string[] = [];
    for (const status of [403, 404]) {
      server.on(`GET /cases/${caseNo}`, new Reply(status, { title: '', status }));
      router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { template: '<p />' } }] });
      page = mount(CasePage, { props: { caseNo }, global: { plugins: [router] } });
      await flushPromises();
      words.push(page.text());
      if (status === 403) {
        page.unmount();
      }
    }
    expect(words[0]).toBe(words[1]);
    expect(words[0]).toContain('没有找到，或者您没有查看权限。');
  });

  it('warns at a report that it is kept apart', async () => {
    await open('', caseDetail({ kind: 'REPORT' }));
    expect(page.find('.wall').text()).toContain('不得向被举报人透露');
  });
});
