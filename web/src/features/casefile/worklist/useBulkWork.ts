import { ref, shallowRef } from 'vue';
import { wordsOf } from '@/api/words';
import { t } from '@/i18n/worklist';
import type { ActSpec } from '../types';
import type { Filters } from './filters';
import { MOST, type Selection } from './useSelection';

/** The act that is done on the chosen cases, from choosing them all to the sheet that says what became of each. */
export function useBulkWork(selection: Selection, filters: () => Filters, reload: () => Promise<unknown>) {
  const spec = shallowRef<ActSpec | null>(null);
  const taking = ref(false);
  const fault = ref('');
  let worked = false;

  async function takeAll(): Promise<void> {
    taking.value = true;
    fault.value = '';
    try {
      if (!(await selection.takeAll(filters()))) {
        fault.value = t('bulk.tooMany', { n: MOST });
      }
    } catch (error) {
      fault.value = wordsOf(error);
    } finally {
      taking.value = false;
    }
  }

  async function done(caseNos: string[]): Promise<void> {
    worked = caseNos.length > 0;
    await reload();
  }

  /** Until it is closed the sheet goes on saying what became of each; then nothing is chosen any more. */
  function close(): void {
    spec.value = null;
    if (worked) {
      selection.clear();
      worked = false;
    }
  }

  return { spec, taking, fault, takeAll, done, close };
}
