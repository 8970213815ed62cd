import { onBeforeUnmount, onMounted } from 'vue';
import { connection } from '@/desk/connection';
import { device, lockUp, standing } from './device';
import { progress, sync } from './sync';

const LOCK_AFTER = 10 * 60_000;
const LOOK_EVERY = 5_000;
const TRY_EVERY = 10_000;
const SIGNS = ['keydown', 'pointerdown', 'touchstart'] as const;

/** While a page of the field is open: a phone left lying locks itself, and what waits goes when the network is back. */
export function useAttended(): void {
  let last = performance.now();
  let tried = 0;
  let ticking = 0;
  const sign = (): void => {
    last = performance.now();
  };
  /** A server that was away tells nobody that it is back, nor does every browser about the network. */
  const stuck = (): boolean =>
    navigator.onLine && device.queue.length > 0 && (connection.offline.value || progress.outcome === 'later');
  const look = (): void => {
    if (standing.value !== 'open') return;
    const now = performance.now();
    if (now - last > LOCK_AFTER) {
      lockUp();
    } else if (stuck() && now - tried > TRY_EVERY) {
      tried = now;
      void sync();
    }
  };
  const stop = connection.whenBack(() => void sync());
  onMounted(() => {
    SIGNS.forEach((name) => window.addEventListener(name, sign, { passive: true, capture: true }));
    ticking = window.setInterval(look, LOOK_EVERY);
  });
  onBeforeUnmount(() => {
    stop();
    SIGNS.forEach((name) => window.removeEventListener(name, sign, { capture: true }));
    window.clearInterval(ticking);
  });
}
