import { onBeforeUnmount, onMounted } from 'vue';
import { connection } from '@/desk/connection';
import { device, lockUp, standing } from './device';
import { progress, sync } from './sync';

const LOCK_AFTER = 10 * 60_000;
const LOOK_EVERY = 15_000;
const SIGNS = ['keydown', 'pointerdown', 'touchstart'] as const;

/** While a page of the field is open: a phone left lying locks itself, and what waits goes when the network is back. */
export function useAttended(): void {
  let last = performance.now();
  let ticking = 0;
  const sign = (): void => {
    last = performance.now();
  };
  const look = (): void => {
    if (standing.value !== 'open') return;
    if (performance.now() - last > LOCK_AFTER) lockUp();
    // a server that was away tells nobody that it is back
    else if (navigator.onLine && (connection.offline.value || progress.outcome === 'later') && device.queue.length > 0) void sync();
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
