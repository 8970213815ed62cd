import type { Ref } from 'vue';
import { bare, composing, typing } from '@/ui/keyboard';

const down = ['KeyJ', 'ArrowDown'];
const up = ['KeyK', 'ArrowUp'];

/** J and K, and the arrows, go from hit to hit; Enter is the link's own. */
export function useHitKeys(rows: Ref<HTMLElement | undefined>): { pressed: (event: KeyboardEvent) => void } {
  function pressed(event: KeyboardEvent): void {
    if (!bare(event) || composing(event) || typing(event.target) || ![...down, ...up].includes(event.code)) {
      return;
    }
    const links = [...(rows.value?.querySelectorAll<HTMLElement>('.hit-head a') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const arrow = event.code.startsWith('Arrow');
    if (links.length === 0 || (arrow && here < 0)) {
      // the arrows scroll the page until somebody is among the hits
      return;
    }
    event.preventDefault();
    const next = down.includes(event.code) ? Math.min(here + 1, links.length - 1) : Math.max(here - 1, 0);
    links[next]?.focus();
  }

  return { pressed };
}
