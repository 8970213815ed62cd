import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { pretend } from '@/features/identity/session';
import { addressFor, isPhone, secret } from './question';
import SearchPage from './SearchPage.vue';

let server: FakeServer;
let router: Router;
let page: VueWrapper;

const blank = { template: '<p />' };
const hit = (caseNo: string, merchant = '某某超市') => ({
  caseNo,
  kind: 'COMPLAINT',
  stage: 'RECEIVED',
  stageLabel: '已接收',
  agency: { code: '620823', name: '崇信县市场监督管理局' },
  receivedAt: '2026-05-06T10:00:00+08:00',
  snippets: [
    { field: 'caseNo', text: caseNo, ranges: [] },
    { field: 'merchant', text: merchant, ranges: [{ from: 2, to: 4 }] },
  ],
  by: null,
});
const result = (change: object = {}) => ({
  items: [hit('620823-260506-0001'), hit('620823-260506-0002', '<b>超市')],
  total: 2,
  atLeast: false,
  facets: [{ name: 'kind', values: [{ code: 'COMPLAINT', name: '投诉', count: 2 }] }],
  nextCursor: null,
  previousCursor: null,
  ...change,
});

async function open(address: string): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/desk/search', name: 'search', component: blank },
      { path: '/desk/cases/:caseNo', name: 'case', component: blank },
    ],
  });
  await router.push(address);
  page = mount(SearchPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

beforeEach(() => {
  secret.value = null;
  pretend({ signedIn: true, personId: 'p1', roles: ['HANDLER'], agency: { code: '620823', name: '崇信县市场监督管理局' } });
  server = new FakeServer().on('GET /search', result()).on('POST /search', result({ total: 1 })).install();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

it('shows hits with their marks and never reads a text as markup', async () => {
  await open('/desk/search?q=超市');
  expect(page.findAll('.hit')).toHaveLength(2);
  expect(page.find('.hit-merchant mark').text()).toBe('超市');
  expect(page.findAll('.hit-merchant')[1]?.text()).toContain('<b>');
  expect(page.text()).toContain('共 2 件');
});

it('narrows by a facet in the address and lets go of it again', async () => {
  await open('/desk/search?q=超市');
  await page.find('.facet-value').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ q: '超市', kind: 'COMPLAINT' });
  expect(page.find('.facet-value').attributes('aria-pressed')).toBe('true');
  await page.find('.facet-value').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ q: '超市' });
});

it('keeps a telephone out of the address and sends it in a body', async () => {
  await open('/desk/search');
  await router.push({ query: addressFor('139 0000 1122') });
  await flushPromises();
  expect(router.currentRoute.value.fullPath).toBe('/desk/search?by=person');
  expect(server.calls('POST /search')).toHaveLength(1);
  expect(server.calls('GET /search')).toHaveLength(0);
  expect(page.text()).toContain('共 1 件');
});

it('says that a telephone has to be typed again after the page was opened anew', async () => {
  await open('/desk/search?by=person');
  expect(page.text()).toContain('再输入一次');
  expect(server.calls('POST /search')).toHaveLength(0);
});

it('goes through the hits by J and K', async () => {
  await open('/desk/search?q=超市');
  const press = (code: string): boolean => document.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }));
  press('KeyJ');
  expect(document.activeElement?.textContent).toContain('0001');
  press('KeyJ');
  expect(document.activeElement?.textContent).toContain('0002');
  press('KeyK');
  expect(document.activeElement?.textContent).toContain('0001');
});

it('tells nothing found from a fault', async () => {
  server.on('GET /search', result({ items: [], total: 0, facets: [] }));
  await open('/desk/search?q=没有');
  expect(page.text()).toContain('没有找到');
  server.on('GET /search', new Reply(422, { title: '填写有误', status: 422, detail: '只有标点，没有可以找的字。' }));
  await router.push({ query: { q: '，' } });
  await flushPromises();
  expect(page.find('[role="alert"]').text()).toContain('只有标点');
});

it('knows telephones from other numbers', () => {
  for (const phone of ['13900001122', '139-0000-1122', '+86 13900001122', '0933-6121315', '4001234567']) {
    expect(isPhone(phone), phone).toBe(true);
  }
  for (const other of ['620823-261126-0001', '12315', '2026', '91620823MA0000001X', '超市']) {
    expect(isPhone(other), other).toBe(false);
  }
});
