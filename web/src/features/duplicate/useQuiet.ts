import { onScopeDispose, watch } from 'vue';

const quiet = 600;

/**
 * Asks about what is being typed once the keys have rested; what was asked before and is not answered yet is given up.
 *
 * @param question what is asked, or null while there is too little to ask
 */
export function useQuiet<Q>(question: () => Q | null, ask: (question: Q, signal: AbortSignal) => Promise<void>, clear: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  function stop(): void {
    clearTimeout(timer);
    running?.abort();
  }

  watch(
    () => JSON.stringify(question()),
    (text) => {
      stop();
      const asked = JSON.parse(text) as Q | null;
      if (asked === null) {
        clear();
        return;
      }
      const mine = (running = new AbortController());
      timer = setTimeout(() => void ask(asked, mine.signal), quiet);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
}
