import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { acts, caseItem, caseList } from '../../../tests/desk/samples';
import { pretend } from '@/features/identity/session';
import { pretendActs } from './acts/catalogue';
import { rememberVisit } from './neighbours';
import WorklistPage from './WorklistPage.vue';

let server: FakeServer;
let router: Router;
let page: VueWrapper;

const blank = { template: '<p />' };
const rows = () => page.findAll('.grid-row');

async function open(address = '/desk/cases'): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/desk/cases', name: 'cases', component: blank },
      { path: '/desk/cases/:caseNo', name: 'case', component: blank },
    ],
  });
  await router.push(address);
  page = mount(WorklistPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

beforeEach(() => {
  pretend({ signedIn: true, personId: 'p1', roles: ['HANDLER'], agency: { code: '620823', name: '崇信县市场监督管理局' } });
  pretendActs(acts);
  const second = caseItem({ caseNo: '620823-260506-0013', summary: '预付卡余额不退' });
  server = new FakeServer()
    .on('GET /agencies', { items: [] })
    .on('GET /views', { items: [] })
    .on('GET /cases', ({ query }: { query: URLSearchParams }) =>
      query.get('q') === second.caseNo
        ? caseList([{ ...second, stage: 'ACCEPTED', stageLabel: '已受理', version: 2, availableActs: ['schedule-mediation'] }])
        : caseList([caseItem(), second]),
    )
    .on('POST /cases/620823-260506-0013/acts/accept', {
      caseNo: '620823-260506-0013',
      stage: 'ACCEPTED',
      version: 2,
      entries: [],
      deadlines: [],
      availableActs: ['schedule-mediation'],
    })
    .install();
});

afterEach(async () => {
  vi.useRealTimers();
  page.unmount();
  await flushPromises();
  vi.unstubAllGlobals();
});

/** A key pressed where the focus is; Enter on a button clicks it, as in a browser. */
async function press(code: string, key: string): Promise<void> {
  const target = document.activeElement as HTMLElement;
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }));
  if (key === 'Enter' && target instanceof HTMLButtonElement) {
    target.click();
  }
  await flushPromises();
}

describe('the worklist', () => {
  it('keeps its filters in the address and asks the server by them', async () => {
    await open('/desk/cases?tab=overdue&kind=REPORT&officer=me&sort=received');
    const [asked] = server.calls('GET /cases');
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      kind: 'REPORT',
      officer: 'me',
      sort: 'received',
      due: 'OVERDUE',
      limit: '50',
    });

    await page.find('.filters select').setValue('COMPLAINT');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ tab: 'overdue', kind: 'COMPLAINT', officer: 'me', sort: 'received' });
  });

  it('has complaints to accept, reports to verify and questions to answer apart, each with its count', async () => {
    await open('/desk/cases?kind=COMPLAINT&stage=ACCEPTED&officer=me');
    expect(page.findAll('.views button').map((tab) => tab.text())).toEqual(
      expect.arrayContaining(['待受理 2', '待核查 3', '待答复 2']),
    );

    await page.findAll('.views button').find((tab) => tab.text().startsWith('待核查'))?.trigger('click');
    await flushPromises();

    // the tab is of one kind and stage, so those chosen before would leave it empty
    expect(router.currentRoute.value.query).toEqual({ tab: 'toVerify', officer: 'me' });
    const asked = server.calls('GET /cases').at(-1);
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({ view: 'toVerify', officer: 'me' });
    expect(page.findAll('.filters select')).toHaveLength(5);
  });

  it('shows saved views as tabs with their counts and opens one with all that it says', async () => {
    const view = { viewId: 7, name: '西街所临期', filter: { due: 'NEAR', queue: 'team' }, sort: 'received', columns: ['caseNo', 'agency'] };
    server.on('GET /views', { items: [{ ...view, shared: true, owner: '王芳', mayChange: false, total: 10000, atLeast: true }] });
    await open();
    const tab = page.findAll('.saved-view button')[0];
    expect(tab?.text()).toBe('西街所临期 10,000+共用');
    await tab?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ saved: '7', due: 'NEAR', queue: 'team', sort: 'received' });
    expect(Object.fromEntries(server.calls('GET /cases').at(-1)?.query ?? [])).toEqual({ due: 'NEAR', queue: 'team', sort: 'received', limit: '50' });
    expect(page.findAll('.grid thead th').map((one) => one.text())).toEqual(['', '案号', '机关']);
    expect(page.text()).not.toContain('修改视图');

    await page.find('.filters select').setValue('REPORT');
    await flushPromises();
    expect(page.text()).toContain('还没有存进“西街所临期”');
    await page.findAll('.views button')[0]?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.query, 'what the view narrowed goes with it').toEqual({});
  });

  it('saves the filters as they are, but no words that may be a person', async () => {
    server.on('POST /views', { viewId: 9, name: '我的', filter: { kind: 'REPORT' }, sort: 'due', columns: [], shared: false, mayChange: true, total: 1, atLeast: false });
    await open('/desk/cases?kind=REPORT&q=张三');
    await page.findAll('.views button').at(-1)?.trigger('click');
    const box = document.querySelector<HTMLInputElement>('#view-name');
    expect(document.querySelector('#view-form')?.textContent).toContain('搜索词不会存进视图');
    box!.value = '我的';
    box!.dispatchEvent(new Event('input'));
    document.querySelector('#view-form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    expect(server.calls('POST /views')[0]?.body).toEqual({ name: '我的', shared: false, columns: [], filter: { kind: 'REPORT' }, sort: 'due' });
    expect(router.currentRoute.value.query).toMatchObject({ saved: '9', q: '张三' });
  });

  it('chooses rows by X and by Shift with arrows, looks at each first and tells what became of each', async () => {
    const [first, second] = ['620823-260506-0012', '620823-260506-0013'];
    const row = (caseNo: string, outcome: string, why = '') => ({ caseNo, outcome, summary: '', version: 1, stageLabel: outcome === 'REFUSED' ? null : '已受理', deadlines: [], warnings: [], why, articles: [] });
    server
      .on('GET /bulk/acts', { items: ['assign', 'accept'] })
      .on('POST /bulk/preview', { items: [row(first ?? '', 'REFUSED', '已办结'), row(second ?? '', 'READY')], done: 0 })
      .on('POST /bulk', { items: [row(second ?? '', 'DONE')], done: 1 });
    await open();
    (rows()[0]?.element as HTMLElement).focus();
    await press('KeyX', 'x');
    expect(page.find('.bulk-bar').text()).toContain('已选 1 件');
    await press('KeyX', 'x');
    expect(page.find('.bulk-bar').exists()).toBe(false);
    rows()[0]?.element.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', key: 'ArrowDown', shiftKey: true, bubbles: true }));
    await flushPromises();
    expect(rows().map((one) => one.attributes('aria-selected'))).toEqual(['true', 'true']);

    await page.find('[data-bulk="accept"]').trigger('click');
    await flushPromises();
    document.querySelector('#bulk-form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    expect(server.calls('POST /bulk/preview')[0]?.body).toMatchObject({ caseNos: [first, second], act: 'accept' });
    expect(document.querySelector('.sheet')?.textContent).toContain('能办 1 件，不能办 1 件');
    document.querySelector<HTMLButtonElement>('.sheet .main')?.click();
    await flushPromises();
    const [sent] = server.calls('POST /bulk');
    expect(sent?.body).toMatchObject({ rows: [{ caseNo: second, version: 1 }], act: 'accept' });
    expect(sent?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(document.querySelector('.sheet')?.textContent).toContain('办成 1 件，共 2 件');
    expect(document.querySelector<HTMLTextAreaElement>('#bulk-failed')?.value).toBe(`${first}\t不能办\t已办结`);
  });

  it('reads the page before by its own place, also after a reload', async () => {
    server.on('GET /cases', { ...caseList([caseItem()]), previousCursor: 'BEFORE', nextCursor: null });
    await open('/desk/cases?cursor=HERE');
    await page.findAll('.pages button')[0]?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ cursor: 'BEFORE' });
  });

  it('accepts a case with three keys, without leaving the list', async () => {
    await open('/desk/cases?kind=COMPLAINT');
    (rows()[0]?.element as HTMLElement).focus();

    await press('ArrowDown', 'ArrowDown');
    await press('KeyA', 'a');
    expect(page.find('.row-confirm').text()).toContain('受理：告知投诉人；调解期限起算');
    await press('Enter', 'Enter');

    const [sent] = server.calls('POST /cases/620823-260506-0013/acts/accept');
    expect(sent?.headers.get('If-Match')).toBe('"1"');
    expect(sent?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(rows()[1]?.text()).toContain('已受理');
    expect(router.currentRoute.value.fullPath).toBe('/desk/cases?kind=COMPLAINT');
    expect(document.activeElement).toBe(rows()[1]?.element);
  });

  it('takes the first arrow into the list when the focus is nowhere, and leaves it alone in a field', async () => {
    await open();
    await press('ArrowDown', 'ArrowDown');
    expect(document.activeElement).toBe(rows()[0]?.element);

    const field = page.find<HTMLSelectElement>('.filters select').element;
    field.focus();
    await press('ArrowDown', 'ArrowDown');
    expect(document.activeElement).toBe(field);
  });

  it('stands on the row of the case one comes back from', async () => {
    rememberVisit('620823-260506-0013');
    await open();
    expect(document.activeElement).toBe(rows()[1]?.element);
  });

  it('reads an address that says nothing known as the plain list, and one that lost its place from the first page', async () => {
    const lost = { type: 'invalid', title: '填写有误', status: 422, errors: [{ field: 'cursor', code: 'cursor', message: '翻页位置无效。' }] };
    server.on('GET /cases', new Reply(422, lost));
    await open('/desk/cases?kind=XX&stage=RECEIVED,VERIFYING&due=NEVER&cursor=rubbish');
    expect(Object.fromEntries(server.calls('GET /cases')[0]?.query ?? [])).toMatchObject({ cursor: 'rubbish', stage: 'RECEIVED,VERIFYING' });
    expect(server.calls('GET /cases')[0]?.query.has('kind')).toBe(false);
    expect(router.currentRoute.value.query).toEqual({ stage: 'RECEIVED,VERIFYING' });
  });

  it('says on the row who was first, and leaves the focus there', async () => {
    server.on(
      'POST /cases/620823-260506-0013/acts/accept',
      new Reply(409, {
        type: 'conflict',
        title: '已有新的变化',
        status: 409,
        current: { version: 2, stage: 'ACCEPTED', lastChange: { label: '受理', by: '王芳', at: '2026-05-07T10:42:00+08:00' } },
      }),
    );
    await open();
    (rows()[0]?.element as HTMLElement).focus();
    await press('ArrowDown', 'ArrowDown');
    await press('KeyA', 'a');
    await press('Enter', 'Enter');
    expect(rows()[1]?.text()).toContain('王芳');
    expect(document.activeElement).toBe(rows()[1]?.element);
  });

  it('opens the form of an act that needs answers on the case page', async () => {
    await open();
    (rows()[0]?.element as HTMLElement).focus();
    await press('KeyR', 'r');
    expect(router.currentRoute.value.fullPath).toBe('/desk/cases/620823-260506-0012?act=refuse');
  });

  it('keeps the rows it has when a refresh fails', async () => {
    await open();
    server.disconnect();
    await page.find('.filters select').setValue('COMPLAINT');
    await flushPromises();
    expect(rows()).toHaveLength(2);
    expect(page.find('.fault').exists()).toBe(true);
    server.reconnect();
  });

  it('says what an empty list would hold and offers to clear the filters', async () => {
    server.on('GET /cases', caseList([]));
    await open('/desk/cases?kind=REPORT');
    expect(page.find('.empty').text()).toContain('没有符合条件的案件');
    await page.find('.empty button').trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({});
  });
});
