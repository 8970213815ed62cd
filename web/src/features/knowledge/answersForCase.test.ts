import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, Reply } from '../../../tests/desk/server';
import AnswersForCase from './AnswersForCase.vue';

const article = { id: 7, number: 'K7-2', title: '七天退货', answer: '可以退。', sources: '第二十五条', topic: 'RETURNS', overdue: true };

afterEach(() => vi.unstubAllGlobals());

async function shown(server: FakeServer, content = '网上买的鞋能退吗'): Promise<ReturnType<typeof mount>> {
  server.install();
  const box = mount(AnswersForCase, { props: { content } });
  await flushPromises();
  return box;
}

describe('answers of the knowledge base beside the form', () => {
  it('asks with the first two hundred characters of what the person wrote', async () => {
    const server = new FakeServer().on('POST /knowledge/questions', { items: [] });
    const box = await shown(server, '退'.repeat(300));
    expect((box.find('#answers-ask').element as HTMLInputElement).value).toHaveLength(200);
    expect(box.text()).toContain('没有相近的条目');
  });

  it('gives the answer with its source and number, and counts the use', async () => {
    const server = new FakeServer().on('POST /knowledge/questions', { items: [article] }).on('POST /knowledge/7/uses', new Reply(204, null));
    const box = await shown(server);
    expect(box.text()).toContain('过了复核日期');
    await box.find('li > button').trigger('click');
    await flushPromises();
    expect(box.emitted('take')).toEqual([[{ text: '可以退。（依据：第二十五条）', knowledgeId: 'K7-2' }]]);
    expect(box.find('[role=alert]').exists()).toBe(false);
  });

  it('gives the answer even if its use can not be counted, and says why', async () => {
    const server = new FakeServer()
      .on('POST /knowledge/questions', { items: [article] })
      .on('POST /knowledge/7/uses', new Reply(503, { title: '忙', detail: '请过一会儿再试。' }));
    const box = await shown(server);
    await box.find('li > button').trigger('click');
    await flushPromises();
    expect(box.emitted('take')).toHaveLength(1);
    expect(box.find('[role=alert]').exists()).toBe(true);
  });
});
