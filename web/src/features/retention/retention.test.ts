import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { pretend } from '@/features/identity/session';
import DisposedNote from './DisposedNote.vue';
import ListPage from './ListPage.vue';
import RetentionPage from './RetentionPage.vue';

const due = {
  total: 2,
  free: 1,
  items: [
    { caseNo: '620823-160301-0001', kind: 'COMPLAINT', kindName: '投诉', keptAs: '投诉', archivedOn: '2016-03-01', years: 10, lastDay: '2026-03-01', bars: [], barNames: [] },
    { caseNo: '620823-160302-0001', kind: 'REPORT', kindName: '举报', keptAs: '举报（未立案）', archivedOn: '2016-03-02', years: 10, lastDay: '2026-03-02', bars: ['HELD'], barNames: ['有人暂缓销毁'] },
  ],
};
const summary = { listNo: 'D620823-2026-001', state: 'REVIEWED', stateName: '待第二人审核', proposedBy: '样例甲', proposedAt: '2026-05-06T02:00:00Z', cases: 2, struck: 0, disposed: 0 };
const line = (caseNo: string): unknown => ({ caseNo, kind: 'COMPLAINT', kindName: '投诉', years: 10, archivedOn: '2016-03-01', lastDay: '2026-03-01', struckBy: null, struckWhy: null, disposedAt: null });
const list = {
  summary,
  words: '第一批，已核对',
  reviews: [{ step: 1, approved: true, by: '样例乙', at: '2026-05-06T03:00:00Z', words: '已逐件核对' }],
  lines: [line('620823-160301-0001'), line('620823-160303-0001')],
  mayReview: 2,
};

let server: FakeServer;
let page: VueWrapper;
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/desk/cases/:caseNo', name: 'case', component: { template: '<p />' } },
    { path: '/desk/retention', name: 'retention', component: { template: '<p />' } },
    { path: '/desk/retention/:listNo', name: 'disposal-list', component: { template: '<p />' } },
  ],
});

beforeEach(() => {
  server = new FakeServer()
    .on('GET /retention/due', due)
    .on('GET /retention/holds', { items: [] })
    .on('GET /retention/lists', { items: [summary] })
    .on('POST /retention/lists', list)
    .on('GET /retention/lists/D620823-2026-001', list)
    .on('POST /retention/lists/D620823-2026-001/review', { ...list, mayReview: 0 })
    .install();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

describe('the page of terms', () => {
  it('lets an archivist choose what nothing bars, and says what bars the rest', async () => {
    pretend({ signedIn: true, roles: ['ARCHIVIST'] });
    page = mount(RetentionPage, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();

    expect(page.text()).toContain('共 2 件，其中 1 件可以列入清册');
    expect(page.text()).toContain('有人暂缓销毁');
    const boxes = page.findAll<HTMLInputElement>('tbody input[type=checkbox]');
    expect(boxes.map((box) => box.element.disabled)).toEqual([false, true]);
    expect(page.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(['/desk/cases/620823-160301-0001']);
    await boxes[0]?.setValue(true);
    await page.find('#propose-words').setValue('第一批，已核对');
    await page.findAll('form')[0]?.trigger('submit');
    await flushPromises();

    expect(server.calls('POST /retention/lists').map(({ body }) => body)).toEqual([{ caseNos: ['620823-160301-0001'], words: '第一批，已核对' }]);
  });

  it('offers nothing to choose to who reviews', async () => {
    pretend({ signedIn: true, roles: ['LEADER'] });
    page = mount(RetentionPage, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();

    expect(page.findAll('tbody input[type=checkbox]')).toHaveLength(0);
  });
});

describe('holding a file back', () => {
  beforeEach(() => {
    localStorage.clear();
    pretend({ signedIn: true, roles: ['ARCHIVIST'] });
    const invalid = { type: 'urn:fangxin:problem:invalid', detail: '“理由”要写 5 到 500 个字。', errors: [{ field: 'reason', message: '“理由”要写 5 到 500 个字。' }] };
    server
      .on('POST /retention/holds', new Reply(422, invalid))
      .on('POST /retention/holds/7/lift', new Reply(422, invalid))
      .on('GET /retention/holds', { items: [{ holdId: 7, caseNo: '620823-160301-0001', reason: '诉讼', heldBy: '样例甲', heldAt: '2026-05-06T02:00:00Z', liftedBy: null, liftedAt: null, liftedWhy: null }] });
  });

  it('keeps what was typed when it is refused, and when the page is opened again', async () => {
    page = mount(RetentionPage, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();
    await page.find('#hold-case').setValue('620823-160301-0001');
    await page.find('#hold-reason').setValue('复议');
    await page.find('#hold-case').trigger('submit');
    await flushPromises();
    expect(page.find<HTMLInputElement>('#hold-reason').element.value).toBe('复议');
    expect(page.findAll('.field-error').map((one) => one.text())).toEqual(['有误：“理由”要写 5 到 500 个字。']);
    page.unmount();

    page = mount(RetentionPage, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();
    expect(page.find<HTMLInputElement>('#hold-reason').element.value).toBe('复议');
  });

  it('shows a refused lifting beside the lifting alone', async () => {
    page = mount(RetentionPage, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();
    await page.find('.plain-list button.plain').trigger('click');
    await page.find('#lift-7').trigger('submit');
    await flushPromises();
    expect(page.findAll('.field-error')).toHaveLength(1);
    expect(page.find('#lift-7-error').exists()).toBe(true);
  });
});

describe('a disposal list', () => {
  it('is reviewed with a reason, and single cases come off it', async () => {
    pretend({ signedIn: true, roles: ['LEADER'] });
    page = mount(ListPage, { props: { listNo: 'D620823-2026-001' }, global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();

    expect(page.text()).toContain('不能撤回');
    await page.findAll('tbody input[type=checkbox]')[1]?.setValue(true);
    await page.find('#strike-why').setValue('审计还要用');
    await page.find('#review-words').setValue('同意，已核对');
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(server.calls('POST /retention/lists/D620823-2026-001/review').map(({ body }) => body)).toEqual([
      { approve: true, words: '同意，已核对', struck: [{ caseNo: '620823-160303-0001', reason: '审计还要用' }] },
    ]);
    expect(page.find('form').exists()).toBe(false);
  });

  it('shows why a review was not taken', async () => {
    server.on('POST /retention/lists/D620823-2026-001/review', new Reply(422, { type: 'urn:fangxin:problem:invalid', detail: '理由要写 5 到 500 个字。', errors: [] }));
    pretend({ signedIn: true, roles: ['LEADER'] });
    page = mount(ListPage, { props: { listNo: 'D620823-2026-001' }, global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(page.find('[role=alert]').text()).toContain('理由要写 5 到 500 个字');
  });
});

describe('the page of a case that is gone', () => {
  it('says by which list', () => {
    const timeline = [{ type: 'Archived', facts: {} }, { type: 'Disposed', facts: { listNo: 'D620823-2026-001' } }];
    page = mount(DisposedNote, { props: { timeline: timeline as never } });

    expect(page.text()).toContain('按清册 D620823-2026-001 销毁');
  });
});
