import { onScopeDispose, ref, watch } from 'vue';
import { remove, whenSignedOut } from '@/desk/http';
import { idle } from './idle';
import { forgetSession, session } from './session';

/**
 * Signing in again over the page. Every call that met the end of the session waits on the same answer: true once the
 * person is back, false when somebody chose to leave.
 */
export function useReturn() {
  const asked = ref(false);
  let waiting: ((returned: boolean) => void)[] = [];

  function settle(returned: boolean): void {
    asked.value = false;
    const all = waiting;
    waiting = [];
    for (const answer of all) {
      answer(returned);
    }
  }

  whenSignedOut(() => {
    if (!session.signedIn) {
      return Promise.resolve(false);
    }
    idle.fallAsleep();
    return new Promise((resolve) => waiting.push(resolve));
  });

  /** The server ends the session too, so that the cookie of an unattended desk opens nothing. */
  async function close(): Promise<void> {
    asked.value = true;
    try {
      await remove('/session');
    } catch {
      // Offline or already over: the server's own fifteen minutes end it.
    }
  }

  const stop = watch(idle.wakefulness, (state) => {
    if (state === 'asleep' && !asked.value) {
      void close();
    }
  });
  onScopeDispose(() => {
    stop();
    whenSignedOut(null);
  });

  return {
    asked,
    back(): void {
      idle.wake();
      settle(true);
    },
    leave(): Promise<void> {
      settle(false);
      return forgetSession();
    },
  };
}
