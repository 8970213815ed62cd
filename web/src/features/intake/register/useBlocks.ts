import { onBeforeUnmount, onMounted, type Ref } from 'vue';

const CONTROLS = 'input:not([type="hidden"]):not([hidden]), select, textarea, button';

/** F8 and Shift+F8 go from block to block, to the first control of each. */
export function useBlocks(root: Ref<HTMLElement | undefined>): void {
  function pressed(event: KeyboardEvent): void {
    const blocks = [...(root.value?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    if (event.code !== 'F8' || blocks.length === 0) {
      return;
    }
    event.preventDefault();
    const here = blocks.findIndex((block) => block.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const start = here < 0 && event.shiftKey ? 0 : here;
    const target = blocks[(start + step + blocks.length) % blocks.length];
    target?.querySelector<HTMLElement>(CONTROLS)?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  onMounted(() => document.addEventListener('keydown', pressed));
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed));
}
