import { computed, onBeforeUnmount, onMounted, shallowRef, type ComputedRef } from 'vue';
import { get, post, put, remove } from '@/desk/http';
import { connection } from '@/desk/connection';
import { idle } from '@/features/identity/idle';
import { conditionsOf, filtersOfView, type Filters } from './filters';

/** A filter, an order and columns under a name, with the number of cases it shows. */
export interface SavedView {
  viewId: number;
  name: string;
  filter: Record<string, string>;
  sort: string;
  columns: string[];
  shared: boolean;
  owner?: string | null;
  mayChange: boolean;
  total: number;
  atLeast: boolean;
}

export type ViewDraft = Pick<SavedView, 'name' | 'columns' | 'shared'>;

/** Every column that the list can show. */
export const allColumns = ['due', 'caseNo', 'summary', 'merchant', 'handler', 'status', 'received', 'agency'] as const;
export const usualColumns = ['due', 'caseNo', 'summary', 'merchant', 'handler', 'status'] as const;

const COUNT_AGAIN = 60_000;

/** The saved views beside the list; without them the list still works. */
export function useViews(filters: ComputedRef<Filters>) {
  const views = shallowRef<SavedView[]>([]);
  const fault = shallowRef<unknown>(null);

  async function load(): Promise<void> {
    try {
      views.value = (await get<{ items: SavedView[] }>('/views')).items;
      fault.value = null;
    } catch (error) {
      fault.value = error;
    }
  }

  const current = computed(() => views.value.find((view) => String(view.viewId) === filters.value.saved) ?? null);

  /** Whether the list shows something else than its view says. */
  const strayed = computed(() => {
    const view = current.value;
    if (view === null) {
      return false;
    }
    const saved = filtersOfView(view);
    return saved.sort !== filters.value.sort || words(conditionsOf(saved)) !== words(conditionsOf(filters.value));
  });

  /** Search words stay out: they may be a person's. */
  function bodyOf(draft: ViewDraft): object {
    const { q: _words, ...filter } = conditionsOf(filters.value);
    return { ...draft, filter, sort: filters.value.sort };
  }

  async function save(draft: ViewDraft, over: SavedView | null): Promise<SavedView> {
    const kept =
      over === null
        ? await post<SavedView>('/views', bodyOf(draft))
        : await put<SavedView>(`/views/${over.viewId}`, bodyOf(draft));
    await load();
    return kept;
  }

  async function drop(view: SavedView): Promise<void> {
    await remove(`/views/${view.viewId}`);
    await load();
  }

  let timer = 0;
  onMounted(() => {
    void load();
    timer = window.setInterval(() => {
      if (idle.attended() && !connection.offline.value && !document.hidden) {
        void load();
      }
    }, COUNT_AGAIN);
  });
  onBeforeUnmount(() => window.clearInterval(timer));

  return { views, fault, current, strayed, load, save, drop };
}

const words = (conditions: Record<string, string>): string => JSON.stringify(Object.entries(conditions).sort());
