import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { clock } from '@/ui/when';
import { ApiError } from '@/api/client';
import { dropHere, forget, keepHere, keepThere, otherWindowOf, restore, there, type OtherWindow } from './drafts';
import { draftDoor } from './door';

/** How the draft stands: nothing yet, only in this browser, on the server, refused by it, or first saved by another window. */
export type DraftState = 'none' | 'here' | 'saved' | 'failed' | 'elsewhere';

export const SAVE_AFTER = 1_000;

const isOffline = (error: unknown): boolean => error instanceof ApiError && error.failure !== 'problem';

export interface Draft {
  state: Ref<DraftState>;
  /** Hour and minute of the last save on the server. */
  savedAt: Ref<string>;
  /** True after an earlier text was put back. */
  restored: Ref<boolean>;
  /** Hour and minute of the earlier text. */
  restoredFrom: Ref<string>;
  /** What another window saved first, until one of the two texts is chosen. */
  other: Ref<OtherWindow | null>;
  load(): Promise<void>;
  /** Sends what is not yet sent; to call before the form goes. */
  flush(): Promise<void>;
  discard(): Promise<void>;
  /** Throws the text away and begins with the empty form. */
  startAgain(): Promise<void>;
  /** Of two windows: what is written here goes over what the other one saved. */
  takeMine(): Promise<void>;
  /** Of two windows: what the other one saved comes here. */
  takeTheirs(): Promise<void>;
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
  const restoredFrom = ref('');
  const other = ref<OtherWindow | null>(null);
  let version = 0;
  let timer = 0;
  let ready = false;
  let discarded = false;

  const written = (): string => JSON.stringify(kept(model));
  const empty = JSON.stringify(model);

  function changed(): void {
    if (!ready || discarded) {
      return;
    }
    window.clearTimeout(timer);
    if (blank(model) && state.value === 'none') {
      return;
    }
    keepHere(key(), { text: written(), at: clock(), version });
    if (state.value === 'elsewhere') {
      return;
    }
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
      version = await keepThere(key(), text, version);
      savedAt.value = clock();
      state.value = written() === text ? 'saved' : 'here';
    } catch (error) {
      other.value = otherWindowOf(error);
      state.value = other.value !== null ? 'elsewhere' : isOffline(error) ? 'here' : 'failed';
    }
  }

  /** What was typed before an answer came is newer than any draft. */
  async function load(): Promise<void> {
    const earlier = await restore(key());
    version = earlier?.version ?? 0;
    if (earlier !== null && blank(model)) {
      put(model, JSON.parse(earlier.text) as T);
      restored.value = true;
      restoredFrom.value = earlier.at;
      state.value = 'saved';
    }
    ready = true;
  }

  async function startAgain(): Promise<void> {
    await discard();
    ready = false;
    put(model, JSON.parse(empty) as T);
    ready = true;
  }

  async function takeMine(): Promise<void> {
    version = other.value?.version ?? version;
    other.value = null;
    state.value = 'here';
    await send();
  }

  async function takeTheirs(): Promise<void> {
    const theirs = await there(key());
    if (theirs === null) {
      return takeMine();
    }
    ready = false;
    put(model, JSON.parse(theirs.text) as T);
    ready = true;
    version = theirs.version;
    dropHere(key());
    other.value = null;
    savedAt.value = theirs.at;
    state.value = 'saved';
  }

  async function discard(): Promise<void> {
    discarded = true;
    window.clearTimeout(timer);
    const wasKept = state.value !== 'none';
    state.value = 'none';
    restored.value = false;
    other.value = null;
    version = 0;
    dropHere(key());
    if (wasKept) {
      await forget(key());
    }
    discarded = false;
  }

  watch(() => model, changed, { deep: true, flush: 'sync' });
  const stopWaiting = draftDoor().whenBack(() => void send());
  onScopeDispose(() => {
    stopWaiting();
    void send();
  });
  return { state, savedAt, restored, restoredFrom, other, load, flush: send, discard, startAgain, takeMine, takeTheirs };
}
