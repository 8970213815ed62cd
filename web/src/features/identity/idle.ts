/**
 * The desk falls asleep after fifteen idle minutes and asks at thirteen. Time is the page's monotonic clock, so a
 * changed system clock neither ends nor prolongs a session.
 */
import { ref } from 'vue';

export type Wakefulness = 'awake' | 'asking' | 'asleep';

const MINUTE = 60_000;
export const ASK_AFTER = 13 * MINUTE;
export const END_AFTER = 15 * MINUTE;
const LOOK_EVERY = 5_000;
const SIGNS = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

export function wakefulnessAt(idle: number): Wakefulness {
  if (idle >= END_AFTER) return 'asleep';
  return idle >= ASK_AFTER ? 'asking' : 'awake';
}

const wakefulness = ref<Wakefulness>('awake');
let lastSign = 0;
let ticking = 0;

function sign(): void {
  if (wakefulness.value === 'awake') lastSign = performance.now();
}

function look(): void {
  if (wakefulness.value !== 'asleep') wakefulness.value = wakefulnessAt(performance.now() - lastSign);
}

export const idle = {
  wakefulness,
  /** True while somebody has done something within the last minute: background asking stops otherwise. */
  attended: () => performance.now() - lastSign < MINUTE,
  wake(): void {
    lastSign = performance.now();
    wakefulness.value = 'awake';
  },
  /** The server says that the session is over. */
  fallAsleep(): void {
    wakefulness.value = 'asleep';
  },
  start(): void {
    this.wake();
    if (ticking !== 0) return;
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true });
    ticking = window.setInterval(look, LOOK_EVERY);
  },
  stop(): void {
    for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    window.clearInterval(ticking);
    ticking = 0;
    wakefulness.value = 'awake';
  },
};
