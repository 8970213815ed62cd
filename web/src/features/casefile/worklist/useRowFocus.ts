import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue';
import { bare, composing } from '@/ui/keyboard';
import { takeVisit } from '../neighbours';

interface Rows {
  focus: () => Promise<void>;
  turnTo: (key: string) => Promise<void>;
}

const into = ['ArrowDown', 'ArrowUp', 'KeyJ', 'KeyK'];

/**
 * Where the hands are: from nowhere on the page the first arrow goes into the list, and whoever comes back from a case
 * stands on its row again, wherever the list was scrolled to.
 */
export function useRowFocus(table: Ref<Rows | undefined>, list: Ref<unknown>): void {
  function pressed(event: KeyboardEvent): void {
    if (document.activeElement === document.body && into.includes(event.code) && bare(event) && !composing(event)) {
      event.preventDefault();
      void table.value?.focus();
    }
  }

  const stop = watch(list, async (answer) => {
    if (answer === null) {
      return;
    }
    stop();
    const last = takeVisit();
    await nextTick();
    if (last !== null && document.activeElement === document.body) {
      await table.value?.turnTo(last);
    }
  });

  onMounted(() => document.addEventListener('keydown', pressed));
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed));
}
