import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { connection } from '@/desk/connection';
import { announce } from '@/ui/announcer';
import { t } from '@/i18n/imports';
import { oneImport, type ImportRun } from './imports';

const LOOK_AGAIN = 1_000;
const QUARTERS = 4;

/** One import, looked at each second while it runs; it goes on in the server whether anybody looks or not. */
export function useImportRun(importId: () => string | null) {
  const run = shallowRef<ImportRun | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  let timer = 0;
  let saidQuarter = 0;

  async function load(): Promise<void> {
    const id = importId();
    window.clearTimeout(timer);
    if (id === null) {
      run.value = null;
      return;
    }
    busy.value = run.value === null;
    try {
      take(await oneImport(id));
      fault.value = null;
    } catch (error) {
      fault.value = error;
    } finally {
      busy.value = false;
    }
    if (run.value?.state === 'RUNNING') {
      timer = window.setTimeout(() => void load(), LOOK_AGAIN);
    }
  }

  /** Each quarter is said once, and the end. */
  function take(next: ImportRun): void {
    const was = run.value;
    run.value = next;
    const quarter = next.total === 0 ? 0 : Math.floor((next.processed / next.total) * QUARTERS);
    if (was?.state === 'RUNNING' && next.state !== 'RUNNING') {
      announce(t('import.saidDone', { landed: next.landed, skipped: next.skipped, failed: next.failed }));
    } else if (next.state === 'RUNNING' && quarter > saidQuarter) {
      announce(t('import.processed', { n: next.processed }));
    }
    saidQuarter = quarter;
  }

  watch(importId, () => void load(), { immediate: true });
  const stop = connection.whenBack(() => void load());
  onScopeDispose(() => {
    stop();
    window.clearTimeout(timer);
  });
  return { run, fault, busy, load };
}
