import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { clock } from '@/ui/when';
import { connection } from '@/desk/connection';
import { isOffline } from '@/desk/http';
import { dropHere, forget, keepHere, keepThere, restore } from './drafts';

/** How the draft stands: nothing yet, only in this browser, on the server, or refused by it. */
export type DraftState = 'none' | 'here' | 'saved' | 'failed';

export const SAVE_AFTER = 1_000;

export interface Draft {
  state: Ref<DraftState>;
  /** Hour and minute of the last save on the server. */
  savedAt: Ref<string>;
  /** True after an earlier text was put back. */
  restored: Ref<boolean>;
  load(): Promise<void>;
  /** Sends what is not yet sent; to call before the form goes. */
  flush(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Keeps `model` under `key` while the component lives.
 *
 * @param blank whether there is nothing worth keeping
 * @param kept what of the model a draft may hold: nobody's telephone or ID number waits in one
 * @param put how an earlier text goes back into the model; by default each of its members is replaced
 */
export function useDraft<T extends object>(
  key: () => string,
  model: T,
  blank: (value: T) => boolean,
  put: (model: T, kept: T) => void = Object.assign,
  kept: (model: T) => unknown = (whole) => whole,
): Draft {
  const state = ref<DraftState>('none');
  const savedAt = ref('');
  const restored = ref(false);
  let timer = 0;
  let ready = false;
  let discarded = false;

  const written = (): string => JSON.stringify(kept(model));

  function changed(): void {
    if (!ready || discarded) {
      return;
    }
    window.clearTimeout(timer);
    if (blank(model) && state.value === 'none') {
      return;
    }
    keepHere(key(), written());
    state.value = 'here';
    timer = window.setTimeout(() => void send(), SAVE_AFTER);
  }

  async function send(): Promise<void> {
    window.clearTimeout(timer);
    if (state.value !== 'here' || discarded) {
      return;
    }
    const text = written();
    try {
      await keepThere(key(), text);
      savedAt.value = clock();
      state.value = written() === text ? 'saved' : 'here';
    } catch (error) {
      state.value = isOffline(error) ? 'here' : 'failed';
    }
  }

  /** What was typed before an answer came is newer than any draft. */
  async function load(): Promise<void> {
    const text = await restore(key());
    if (text !== null && blank(model)) {
      put(model, JSON.parse(text) as T);
      restored.value = true;
      state.value = 'saved';
    }
    ready = true;
  }

  async function discard(): Promise<void> {
    discarded = true;
    window.clearTimeout(timer);
    const wasKept = state.value !== 'none';
    state.value = 'none';
    restored.value = false;
    dropHere(key());
    if (wasKept) {
      await forget(key());
    }
    discarded = false;
  }

  watch(() => model, changed, { deep: true, flush: 'sync' });
  const stopWaiting = connection.whenBack(() => void send());
  onScopeDispose(() => {
    stopWaiting();
    void send();
  });
  return { state, savedAt, restored, load, flush: send, discard };
}
