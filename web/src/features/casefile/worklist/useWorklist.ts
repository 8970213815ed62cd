import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { ApiError } from '@/api/client';
import { get } from '@/desk/http';
import { connection } from '@/desk/connection';
import { idle } from '@/features/identity/idle';
import { now } from '@/ui/when';
import type { CaseItem, CaseList } from '../types';
import { addressOf, changed, filtersOf, questionOf, type Filters } from './filters';

/** Whether the server does not know the place in the list: an address cut short or from other times. */
const lostPlace = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 422 && (error.problem?.errors ?? []).some(({ field }) => field === 'cursor');

export const PAGE = 50;
const LOOK_AGAIN = 60_000;

/**
 * The list behind the address: rows, counts, paging both ways. A failed refresh keeps the rows that were there; new
 * cases do not shift rows under the hand, they wait behind a count.
 */
export function useWorklist() {
  const route = useRoute();
  const router = useRouter();
  const list = shallowRef<CaseList | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  const fetchedAt = ref(0);
  const fresh = ref(0);
  const filters = computed(() => filtersOf(route.query));
  let running: AbortController | undefined;

  async function load(): Promise<void> {
    running?.abort();
    const mine = (running = new AbortController());
    busy.value = true;
    try {
      const answer = await get<CaseList>('/cases', questionOf(filters.value, PAGE), mine.signal);
      list.value = answer;
      fault.value = null;
      fetchedAt.value = now();
      fresh.value = 0;
    } catch (error) {
      if (running !== mine || mine.signal.aborted) {
        return;
      }
      if (lostPlace(error)) {
        await router.replace({ query: addressOf(changed(filters.value, {})) });
      } else {
        fault.value = error;
      }
    } finally {
      if (running === mine) {
        busy.value = false;
      }
    }
  }

  /** Puts an answer's state on its row where it stands, without moving any other. */
  function renew(item: CaseItem): void {
    if (list.value !== null) {
      const items = list.value.items.map((one) => (one.caseNo === item.caseNo ? item : one));
      list.value = { ...list.value, items };
    }
  }

  /** Asks for counts alone, so that tabs stay true while rows stay put. */
  async function recount(): Promise<void> {
    const answer = await get<CaseList>('/cases', { ...questionOf(filters.value, 1), cursor: '' });
    if (list.value !== null) {
      fresh.value = Math.max(0, answer.total - list.value.total);
      list.value = { ...list.value, counts: answer.counts };
    }
  }

  function narrow(change: Partial<Filters>): Promise<unknown> {
    return router.push({ query: addressOf(changed(filters.value, change)) });
  }

  function turn(cursor: string | null | undefined): Promise<unknown> {
    return router.push({ query: addressOf({ ...filters.value, cursor: cursor ?? '' }) });
  }

  const next = (): Promise<unknown> => turn(list.value?.nextCursor);
  /** The page before as it is now; where nothing is left before, the first page. */
  const previous = (): Promise<unknown> => turn(list.value?.previousCursor);

  function watchForNew(): () => void {
    const timer = window.setInterval(() => {
      if (idle.attended() && !connection.offline.value && !document.hidden) {
        recount().catch((error: unknown) => (fault.value = error));
      }
    }, LOOK_AGAIN);
    return () => window.clearInterval(timer);
  }

  watch(() => JSON.stringify(questionOf(filters.value, PAGE)), () => void load(), { immediate: true });

  return { list, fault, busy, fetchedAt, fresh, filters, load, renew, recount, narrow, next, previous, watchForNew };
}

export type Worklist = ReturnType<typeof useWorklist>;
