import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { get } from '@/desk/http';
import type { CaseDetail } from './types';

/** One case by its number; a failed refresh keeps what was there. */
export function useCase(caseNo: () => string) {
  const item = shallowRef<CaseDetail | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  let running: AbortController | undefined;

  async function load(): Promise<void> {
    running?.abort();
    const mine = (running = new AbortController());
    busy.value = true;
    try {
      item.value = await get<CaseDetail>(`/cases/${encodeURIComponent(caseNo())}`, {}, mine.signal);
      fault.value = null;
    } catch (error) {
      if (!mine.signal.aborted) {
        fault.value = error;
      }
    } finally {
      if (running === mine) {
        busy.value = false;
      }
    }
  }

  watch(
    caseNo,
    () => {
      item.value = null;
      void load();
    },
    { immediate: true },
  );
  onScopeDispose(() => running?.abort());
  return { item, fault, busy, load };
}
