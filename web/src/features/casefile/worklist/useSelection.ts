import { computed, shallowRef } from 'vue';
import { get } from '@/desk/http';
import type { CaseItem, CaseList } from '../types';
import { questionOf, type Filters } from './filters';

/** No more are done at once. */
export const MOST = 500;
const PAGE = 200;

/** The chosen cases, over the pages of the list. */
export function useSelection() {
  const chosen = shallowRef<ReadonlyMap<string, CaseItem>>(new Map());
  const keys = computed<ReadonlySet<string>>(() => new Set(chosen.value.keys()));
  const items = computed(() => [...chosen.value.values()]);

  function set(more: readonly CaseItem[], on: boolean): void {
    const next = new Map(chosen.value);
    for (const item of more) {
      if (!on) {
        next.delete(item.caseNo);
      } else if (next.size < MOST) {
        next.set(item.caseNo, item);
      }
    }
    chosen.value = next;
  }

  const toggle = (item: CaseItem): void => set([item], !keys.value.has(item.caseNo));

  /** A step with Shift takes the row that one comes from and the one that one goes to. */
  const extend = (from: CaseItem, to: CaseItem): void => set([from, to], true);

  function clear(): void {
    chosen.value = new Map();
  }

  /** All that the filters show, page by page; false when there are more than are done at once. */
  async function takeAll(filters: Filters): Promise<boolean> {
    const all: CaseItem[] = [];
    let cursor = '';
    do {
      const page: CaseList = await get<CaseList>('/cases', { ...questionOf(filters, PAGE), cursor });
      if (page.total > MOST) {
        return false;
      }
      all.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '' && all.length < MOST);
    clear();
    set(all, true);
    return true;
  }

  return { chosen, keys, items, set, toggle, extend, clear, takeAll };
}

export type Selection = ReturnType<typeof useSelection>;
