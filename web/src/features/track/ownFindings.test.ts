import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, Reply } from '../../../tests/desk/server';
import OwnFindings from './OwnFindings.vue';
import type { Found } from './useTracking';

const finding = { findingId: 7, factors: ['数量、次数、频率'], foundAt: '2026-05-06T10:00:00+08:00', appeal: null, appealedAt: null, outcomeName: null, outcomeReasons: null };
const at = 'POST /submissions/S620823-260506-0012/abuse-findings';
const tooShort = '申诉的内容要写 10 到 2,000 个字：哪里与事实不符，有什么凭证。';
const found = { no: 'S620823-260506-0012', code: '0000000000000000' } as Found;

let server: FakeServer;
let page: VueWrapper;

async function open(): Promise<void> {
  page = mount(OwnFindings, { props: { found, caseNo: '620823-260506-0001', heading: 'h2' }, attachTo: document.body });
  await flushPromises();
  await page.find('button').trigger('click');
}

describe('an appeal on the progress page', () => {
  beforeEach(() => {
    sessionStorage.clear();
    server = new FakeServer()
      .on(at, { items: [finding] })
      .on(`${at}/7/appeal`, new Reply(422, { type: 'invalid', detail: tooShort, errors: [{ field: 'words', message: tooShort }] }))
      .install();
  });

  afterEach(() => {
    page.unmount();
    vi.unstubAllGlobals();
  });

  it('says at the field why it was refused, and is there after the page was opened again', async () => {
    await open();
    await page.find('textarea').setValue('我有小票');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.find('#finding7-error').text()).toContain(tooShort);
    page.unmount();

    await open();
    expect(page.find('textarea').element.value).toBe('我有小票');
  });

  it('leaves nothing behind when it was sent', async () => {
    server.on(`${at}/7/appeal`, { items: [{ ...finding, appeal: '我有小票，只买了一件。' }] });
    await open();
    await page.find('textarea').setValue('我有小票，只买了一件。');
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(page.text()).toContain('我有小票，只买了一件。');
    expect(sessionStorage).toHaveLength(0);
  });
});
