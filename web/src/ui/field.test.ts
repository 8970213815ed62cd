import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h } from 'vue';
import Field from './Field.vue';

let field: VueWrapper;

function open(value: string): HTMLTextAreaElement {
  field = mount(Field, {
    props: { id: 'reason', label: '理由' },
    slots: { default: ({ control }: { control: object }) => h('textarea', { ...control, maxlength: 10, value }) },
    attachTo: document.body,
  });
  return field.find('textarea').element;
}

function paste(box: HTMLTextAreaElement, text: string): Promise<void> {
  const event = Object.assign(new Event('paste', { bubbles: true }), { clipboardData: { getData: () => text } });
  box.dispatchEvent(event);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  return field.vm.$nextTick();
}

describe('a field', () => {
  afterEach(() => field.unmount());

  it('says by name how much of a paste it could not hold, until something is typed', async () => {
    const box = open('已有三个');
    await paste(box, '一二三四五六七八');
    expect(field.find('[role=alert]').text()).toContain('“理由”最多 10 字，贴进来的后面 2 字没有放下');
    expect(box.getAttribute('aria-describedby')).toBe('reason-cut');

    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    await field.vm.$nextTick();
    expect(field.find('[role=alert]').exists()).toBe(false);
  });

  it('says nothing of a paste that fits, nor of one that takes the place of what is chosen', async () => {
    const box = open('已有三个');
    await paste(box, '一二三四五六');
    expect(field.find('[role=alert]').exists()).toBe(false);
    box.setSelectionRange(0, 4);
    await paste(box, '一二三四五六七八九十');
    expect(field.find('[role=alert]').exists()).toBe(false);
  });
});
