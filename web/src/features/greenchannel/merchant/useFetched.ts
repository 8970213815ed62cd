import { shallowRef, watch, type ShallowRef } from 'vue';
import { wordsOf } from '@/api/words';
import { atDesk } from './desk';

export interface Fetched<T> {
  value: ShallowRef<T | null>;
  trouble: ShallowRef<string | null>;
  busy: ShallowRef<boolean>;
  load: () => Promise<void>;
}

/** Something of the server's: what was there stays while it is fetched again; fetched anew after signing in again. */
export function useFetched<T>(fetch: () => Promise<T>, source: () => unknown = () => null): Fetched<T> {
  const value = shallowRef<T | null>(null);
  const trouble = shallowRef<string | null>(null);
  const busy = shallowRef(false);

  async function load(): Promise<void> {
    busy.value = true;
    try {
      value.value = await fetch();
      trouble.value = null;
    } catch (failure) {
      trouble.value = wordsOf(failure);
    } finally {
      busy.value = false;
    }
  }

  watch(
    [source, atDesk],
    ([, may]) => {
      if (may === true) {
        void load();
      }
    },
    { immediate: true },
  );

  return { value, trouble, busy, load };
}
