import { onScopeDispose, shallowRef, watch } from 'vue';
import { isOffline, put, remove, statusOf } from '@/desk/http';
import { idle } from '@/features/identity/idle';

export interface Present {
  displayName: string | null;
  act: string | null;
  actLabel: string | null;
  since: string;
}

/** How often a page tells that it is there; the server holds it to be gone after three times that. */
export const TELL_EVERY = 15_000;

/**
 * Tells that this person has the case open, or writes an act, and learns who else does. A courtesy: without network, or when
 * the case went out of sight, nobody is shown and nothing is said; a hidden tab tells nothing.
 */
export function usePresence(caseNo: () => string, act: () => string | null) {
  const others = shallowRef<Present[]>([]);
  let gone = false;

  async function tell(): Promise<void> {
    // a desk that nobody attends keeps no session alive
    if (gone || document.visibilityState === 'hidden' || idle.wakefulness.value !== 'awake') {
      return;
    }
    const asked = caseNo();
    try {
      const answer = await put<{ others: Present[] }>(path(asked), { act: act() });
      if (asked === caseNo() && !gone) {
        others.value = answer.others ?? [];
      }
    } catch (error) {
      others.value = [];
      unlessExpected(error);
    }
  }

  async function leave(no: string): Promise<void> {
    try {
      await remove(path(no));
    } catch (error) {
      unlessExpected(error);
    }
  }

  watch(act, () => void tell());
  watch(caseNo, (_next, before) => {
    others.value = [];
    void leave(before);
    void tell();
  });
  const timer = window.setInterval(() => void tell(), TELL_EVERY);
  const shown = (): void => void tell();
  document.addEventListener('visibilitychange', shown);
  void tell();
  onScopeDispose(() => {
    gone = true;
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', shown);
    void leave(caseNo());
  });
  return { others };
}

const path = (caseNo: string): string => `/cases/${encodeURIComponent(caseNo)}/presence`;

/** No network, signed out, no such case any more, no officer: then there is nobody to show. */
function unlessExpected(error: unknown): void {
  if (!isOffline(error) && ![401, 403, 404, 429, 503].includes(statusOf(error))) {
    throw error;
  }
}
