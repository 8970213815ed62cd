import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { acts, caseDetail, caseItem, caseList } from '../../../tests/desk/samples';
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
    .on('GET /cases', caseList([caseItem(), second]))
    .on('GET /cases/620823-260506-0013', caseDetail({ ...second, stage: 'ACCEPTED', stageLabel: '已受理', version: 2, availableActs: ['schedule-mediation'] }))
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
    expect(page.findAll('.filters select')).toHaveLength(4);
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
