import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { caseDetail } from '../../../tests/desk/samples';
import SuggestionPanel from './SuggestionPanel.vue';
import SuggestionsPage from './SuggestionsPage.vue';

const item = caseDetail();
const goods = {
  field: 'GOODS',
  label: '商品类别',
  value: '127',
  valueLabel: '家用电器',
  source: 'WORDS',
  words: ['冰箱'],
  reason: null,
  example: null,
  current: null,
  chosen: null,
  accuracy: { choices: 24, right: 18, rate: 0.75, days: 90 },
  options: [
    { value: '101', label: '食品' },
    { value: '127', label: '家用电器' },
  ],
};

let server: FakeServer;
let page: VueWrapper;

async function open(...items: unknown[]): Promise<void> {
  server.on(`GET /cases/${item.caseNo}/suggestions`, { items });
  page = mount(SuggestionPanel, { props: { item }, attachTo: document.body });
  await flushPromises();
}

beforeEach(() => {
  server = new FakeServer().on(`POST /cases/${item.caseNo}/suggestions/goods`, {}).install();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

const sent = (): unknown[] => server.calls(`POST /cases/${item.caseNo}/suggestions/goods`).map(({ body }) => body);

describe('suggestions on a case', () => {
  it('say the words that speak for them and how often they were right', async () => {
    await open(goods);

    expect(page.text()).toContain('家用电器');
    expect(page.text()).toContain('依据：冰箱');
    expect(page.text()).toContain('准确率 75%（24 次选定）');
  });

  it('state no rate on too few choices', async () => {
    await open({ ...goods, accuracy: { choices: 3, right: 3, rate: null, days: 90 } });

    expect(page.text()).toContain('尚无足够数据（3 次选定）');
  });

  it('are accepted by one key with the version that was seen', async () => {
    await open(goods);
    document.dispatchEvent(new KeyboardEvent('keydown', { altKey: true, code: 'Digit1' }));
    await flushPromises();

    expect(sent()).toEqual([{ value: '127', version: item.version }]);
    expect(page.emitted('reload')).toHaveLength(1);
  });

  it('send another choice as chosen, and nothing by themselves', async () => {
    await open(goods);
    expect(sent()).toEqual([]);
    await page.find('select').setValue('101');
    await page.findAll('button').at(-1)?.trigger('click');
    await flushPromises();

    expect(sent()).toEqual([{ value: '101', version: item.version }]);
  });

  it('keep what was chosen when the case has moved on', async () => {
    server.on(`POST /cases/${item.caseNo}/suggestions/goods`, new Reply(409, { title: '案件已有变化', status: 409 }));
    await open(goods);
    await page.find('select').setValue('101');
    await page.findAll('button').at(-1)?.trigger('click');
    await flushPromises();

    expect(page.find('[role=alert]').exists()).toBe(true);
    expect(page.find('select').element.value).toBe('101');
    expect(page.emitted('reload')).toBeUndefined();
  });
});

describe('an urgency', () => {
  it('is confirmed or denied by one button each', async () => {
    server.on(`POST /cases/${item.caseNo}/suggestions/urgency`, {});
    await open({ ...goods, field: 'URGENCY', value: 'URGENT', valueLabel: '紧急，先看', words: ['漏电'], options: [{ value: 'URGENT', label: '紧急，先看' }, { value: 'ORDINARY', label: '不紧急，按期限办' }] });
    expect(page.find('select').exists()).toBe(false);
    await page.findAll('button').find((button) => button.text() === '不紧急')?.trigger('click');
    await flushPromises();

    expect(server.calls(`POST /cases/${item.caseNo}/suggestions/urgency`).map(({ body }) => body)).toEqual([{ value: 'ORDINARY', version: item.version }]);
  });
});

describe('the page of figures', () => {
  it('has a row for each field and says when there is too little', async () => {
    server.on('GET /suggestions/figures', {
      from: '2026-03-01',
      to: '2026-05-30',
      enough: 20,
      whole: [
        { field: 'GOODS', source: 'WORDS', silent: false, part: '', choices: 40, right: 30, rate: 0.75 },
        { field: 'KIND', source: 'WORDS', silent: false, part: '', choices: 2, right: 2, rate: null },
        { field: 'REFUSAL', source: 'WORDS', silent: true, part: '', choices: 90, right: 88, rate: 0.977 },
      ],
      months: [],
      agencies: [],
    });
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: SuggestionsPage }] });
    await router.push('/');
    page = mount(SuggestionsPage, { global: { plugins: [router] } });
    await flushPromises();

    const rows = page.findAll('tbody tr').map((row) => row.text());
    expect(rows[0]).toContain('75%');
    expect(rows[1]).toContain('尚无足够数据');
    expect(rows[2]).toContain('没有看到不予受理疑点的');
  });
});
