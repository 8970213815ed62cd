import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, Reply } from '../../../tests/desk/server';
import LikelyPanel from './LikelyPanel.vue';

const empty = { merchantName: '', uscc: '', goods: '', goodsCode: null, content: '' };
const hit = {
  caseNo: '620823-261120-0007',
  kind: 'COMPLAINT',
  stage: 'RECEIVED',
  stageName: '已接收',
  agencyCode: '620823',
  receivedAt: '2026-11-20T02:00:00Z',
  merchantName: '样例厨具行',
  excerpt: '蒸箱漏汽。',
  reasons: [
    { code: 'SAME_PHONE', text: '同一手机号' },
    { code: 'CONTENT', text: '内容相似 82%' },
  ],
  likeness: 82,
  samePerson: true,
  sameMerchant: true,
  open: true,
};

let server: FakeServer;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer().on('POST /duplicates', { items: [hit] });
  server.install();
});
afterEach(() => {
  vi.useRealTimers();
});

function panel(told: object) {
  return mount(LikelyPanel, {
    props: { told: { ...empty, ...told }, person: { phone: '' } },
    global: { stubs: { RouterLink: { template: '<a><slot /></a>' } } },
  });
}

async function rest(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await flushPromises();
}

describe('likely duplicates beside the registration', () => {
  it('asks nothing below twenty characters without a merchant', async () => {
    const page = panel({ content: '冰箱不制冷' });
    await rest(2000);
    expect(server.calls('POST /duplicates')).toHaveLength(0);
    expect(page.text()).toContain('填了商家');
  });

  it('asks once, six hundred milliseconds after the last key, and shows reasons', async () => {
    const page = panel({ merchantName: '样例' });
    await rest(500);
    await page.setProps({ told: { ...empty, merchantName: '样例厨具行' } });
    await rest(500);
    expect(server.calls('POST /duplicates')).toHaveLength(0);
    await rest(150);
    expect(server.calls('POST /duplicates')).toHaveLength(1);
    expect(page.text()).toContain('可能重复 1 件');
    expect(page.text()).toContain('同一手机号');
    expect(page.text()).toContain('内容相似 82%');
  });

  it('says that one may go on when it cannot compare', async () => {
    server.on('POST /duplicates', new Reply(500, {}));
    const page = panel({ merchantName: '样例厨具行' });
    await rest(700);
    expect(page.text()).toContain('可以照常登记');
  });
});
