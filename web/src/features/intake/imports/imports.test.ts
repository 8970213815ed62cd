import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer } from '../../../../tests/desk/server';
import ImportPage from './ImportPage.vue';

const run = {
  importId: 'im-1',
  fileName: '来件.csv',
  state: 'DONE',
  dryRun: true,
  total: 3,
  processed: 3,
  landed: 1,
  skipped: 1,
  failed: 1,
  startedAt: '2026-11-20T10:00:00+08:00',
  finishedAt: '2026-11-20T10:01:00+08:00',
  problem: null,
};
const reading = {
  ...run,
  columns: [
    { header: '内容', samples: ['一', '二', '三'], guess: 'content' },
    { header: '备注', samples: ['', '', ''], guess: 'ignore' },
  ],
  fields: [
    { code: 'content', label: '经过' },
    { code: 'keep', label: '其他（作为文字保留）' },
  ],
};
const failed = { row: 2, column: '电话', original: '1380000', problem: '少 4 位', howToFix: '补全', outcome: 'FAILED', caseNo: null };

let server: FakeServer;
let router: Router;
let page: VueWrapper;

async function open(address = '/desk/imports'): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/desk/imports/:importId?', name: 'imports', component: ImportPage, props: true },
      { path: '/desk/cases/:caseNo', name: 'case', component: { template: '<p />' } },
    ],
  });
  await router.push(address);
  page = mount({ template: '<RouterView />' }, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

async function chooseFile(): Promise<void> {
  const input = page.find<HTMLInputElement>('#import-file');
  const file = new File(['内容\n一'], '来件.csv', { type: 'text/csv' });
  Object.defineProperty(input.element, 'files', { value: [file] });
  await input.trigger('change');
  await flushPromises();
}

beforeEach(() => {
  server = new FakeServer()
    .on('GET /imports', { items: [] })
    .on('POST /imports', reading)
    .on('GET /imports/im-1', run)
    .on('GET /imports/im-1/rows', { items: [failed], nextCursor: null, total: 1 })
    .install();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

describe('bulk import', () => {
  it('shows what each column was taken for, with real rows under it', async () => {
    await open();
    await chooseFile();
    expect(server.calls('POST /imports')[0]?.query.get('dryRun')).toBe('true');
    const [first, second] = page.findAll('tbody select');
    expect(first?.element).toHaveProperty('value', 'content');
    expect(second?.element).toHaveProperty('value', '');
    expect(page.find('tbody tr').text()).toContain('二');
  });

  it('needs no second reading when the columns stay as guessed', async () => {
    await open();
    await chooseFile();
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.calls('POST /imports')).toHaveLength(1);
    expect(router.currentRoute.value.params['importId']).toBe('im-1');
  });

  it('sends the columns that a person settled', async () => {
    await open();
    await chooseFile();
    await page.findAll('tbody select')[1]?.setValue('keep');
    await page.find('form').trigger('submit');
    await flushPromises();
    const body = server.calls('POST /imports')[1]?.body as FormData;
    expect(JSON.parse(String(body.get('mapping')))).toEqual({ 内容: 'content', 备注: 'keep' });
  });

  it('states exactly what will be made, and makes it only when asked', async () => {
    server.on('POST /imports/im-1/run', { ...run, importId: 'im-1', dryRun: false, state: 'RUNNING' });
    await open('/desk/imports/im-1');
    expect(page.text()).toContain('将新登记 1 件；1 行已经在库里，跳过；1 行有错，不导入。');
    expect(server.calls('POST /imports/im-1/run')).toHaveLength(0);
    await page.find('.panel .main').trigger('click');
    await flushPromises();
    expect(server.calls('POST /imports/im-1/run')).toHaveLength(1);
  });

  it('names each faulty row with its column, what stood there and how to mend it', async () => {
    await open('/desk/imports/im-1');
    expect(page.find('.table tbody').text()).toContain('1380000');
    expect(page.find('.table tbody').text()).toContain('补全');
    expect(page.find('a[download]').attributes('href')).toBe('/api/v1/imports/im-1/errors.xlsx');
  });
});
