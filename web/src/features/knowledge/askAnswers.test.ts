import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, Reply } from '../../../tests/desk/server';
import AskAnswers from './AskAnswers.vue';

afterEach(() => vi.unstubAllGlobals());

async function asked(answer: unknown): Promise<ReturnType<typeof mount>> {
  new FakeServer().on('POST /public/answers', answer).install();
  const page = mount(AskAnswers);
  await page.find('#ask').setValue('几天告诉我受不受理');
  await page.find('form').trigger('submit');
  await flushPromises();
  return page;
}

describe('the question box of the help page', () => {
  it('shows each answer with the law that says so', async () => {
    const page = await asked({ items: [{ title: '几天受理', answer: '七个工作日内。', sources: '第十五条' }] });
    expect(page.text()).toContain('七个工作日内。');
    expect(page.text()).toContain('第十五条');
  });

  it('says what to do when there is none, and keeps the question', async () => {
    const page = await asked({ items: [] });
    expect(page.text()).toContain('12315');
    expect((page.find('#ask').element as HTMLInputElement).value).toBe('几天告诉我受不受理');
  });

  it('leads on to writing and to the telephone when the answers did not help', async () => {
    const page = await asked({ items: [{ title: '几天受理', answer: '七个工作日内。', sources: '第十五条' }] });
    expect(page.find('a[href="/submit"]').exists()).toBe(false);
    await page.find('p > button[type=button]').trigger('click');
    expect(page.find('a[href="/submit"]').exists()).toBe(true);
    expect(page.find('a[href="tel:12315"]').exists()).toBe(true);
  });

  it('takes a rating of the wording that was read, with a word', async () => {
    const server = new FakeServer()
      .on('POST /public/answers', { items: [{ title: '几天受理', answer: '七个工作日内。', sources: '第十五条', id: 7, version: 3 }] })
      .on('POST /public/answers/7/ratings', {})
      .install();
    const page = mount(AskAnswers);
    await page.find('form').trigger('submit');
    await flushPromises();
    await page.findAll('.rate button').find((button) => button.text() === '没用')?.trigger('click');
    await page.find('#rate7').setValue('没说节假日算不算');
    await page.find('.rate').trigger('submit');
    await flushPromises();

    expect(server.calls('POST /public/answers/7/ratings').map(({ body }) => body)).toEqual([
      { helpful: false, remark: '没说节假日算不算', version: 3, region: null },
    ]);
    expect(page.text()).toContain('谢谢');
  });

  it('says why it failed', async () => {
    const page = await asked(new Reply(429, { title: '太频繁', detail: '提交得太频繁，请过 5 秒再试。' }));
    expect(page.find('[role=alert]').text()).toContain('请过 5 秒再试');
  });
});
