import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pretend } from '@/features/identity/session';
import { FakeServer } from '../../../tests/desk/server';
import type { OrderRequest, Sample } from './inspection';
import OrderPanel from './OrderPanel.vue';

const asker = { personId: 'p-asker', displayName: '王芳' };
const waiting: OrderRequest = {
  requestId: 5,
  kind: 'ORDER',
  relation: 'SAMPLED',
  party: '样例超市',
  reason: '超标',
  law: '《食品安全法》第六十三条',
  quantity: '三十袋',
  urgency: null,
  askedBy: asker,
  askedAt: '2026-11-26T10:00:00+08:00',
  dueAt: null,
  approved: null,
  decidedBy: null,
  decidedAt: null,
  words: null,
};
const order = {
  orderId: 3,
  relation: 'SAMPLED' as const,
  party: '样例超市',
  partyCode: null,
  number: '下架〔2026〕第1号',
  reason: '超标',
  law: '样例条款',
  quantity: '三十袋',
  issuedBy: asker,
  issuedAt: '2026-11-26T10:00:00+08:00',
  dueAt: '2026-11-27T10:00:00+08:00',
  late: false,
  answerDueAt: null,
  lifting: null,
};
const sample = (more: Partial<Sample>): Sample =>
  ({ sampleId: 7, number: '抽〔2026〕第7号', merchant: '样例超市', verdict: 'UNFIT', orders: [], steps: [], requests: [], voided: null, ...more }) as Sample;

let server: FakeServer;

function show(roles: string[], more: Partial<Sample>, personId = 'p-other') {
  pretend({ signedIn: true, personId, roles, agency: { code: '620823', name: '崇信县市场监督管理局' } });
  return mount(OrderPanel, { props: { one: sample(more) }, attachTo: document.body });
}

const button = (page: ReturnType<typeof show>, words: string) => page.findAll('button').find((one) => one.text() === words);

beforeEach(() => {
  server = new FakeServer().on('POST /samples/7/requests/5/decision', {}).on('POST /samples/7/off-shelf', {}).install();
});
afterEach(() => vi.unstubAllGlobals());

describe('the panel of an order off the shelf', () => {
  it('lets somebody else decide, and tells the server what', async () => {
    const page = show(['LEADER'], { requests: [waiting] });
    await button(page, '同意')?.trigger('submit');
    await flushPromises();
    expect(server.calls('POST /samples/7/requests/5/decision')).toHaveLength(1);
    expect(page.emitted('done')).toHaveLength(1);
    page.unmount();
  });

  it('offers nothing to who asked, and no second request while one waits', () => {
    const page = show(['UNIT_HEAD'], { requests: [waiting] }, 'p-asker');
    expect(button(page, '同意')).toBeUndefined();
    expect(page.text()).toContain('不能审批自己');
    expect(page.text(), 'only another business is left').not.toContain('被抽样单位：样例超市');
    page.unmount();
  });

  it('asks why when the goods cannot wait', async () => {
    const page = show(['INVESTIGATOR'], {});
    expect(page.text()).not.toContain('为什么等不得');
    await page.find('input[type=checkbox]').setValue(true);
    expect(page.text()).toContain('为什么等不得');
    expect(button(page, '当场责令下架')).toBeDefined();
    page.unmount();
  });

  it('offers the lifting only of an order in force with a fit re-test', () => {
    const fit = show(['INVESTIGATOR'], { verdict: 'FIT', orders: [order] });
    expect(button(fit, '提请解除')).toBeDefined();
    fit.unmount();
    const unfit = show(['INVESTIGATOR'], { verdict: 'UNFIT', orders: [order] });
    expect(button(unfit, '提请解除')).toBeUndefined();
    unfit.unmount();
  });

  it('orders the supplier that a trace found, beside the shop', async () => {
    const step = { kind: 'UPSTREAM', kindLabel: '', orderId: null, on: '2026-11-26', party: '样例批发部', words: '进货', by: asker } as unknown as Sample['steps'][number];
    const page = show(['INVESTIGATOR'], { orders: [order], steps: [step] });
    expect(page.text()).toContain('样例批发部（供货单位，追溯到的）');
    await page.find('input[id$=quantity]').setValue('两箱');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.calls('POST /samples/7/off-shelf')[0]?.body).toMatchObject({ relation: 'SUPPLIER', party: '样例批发部', quantity: '两箱' });
    page.unmount();
  });
});
