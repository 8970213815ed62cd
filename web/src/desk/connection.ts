/** Whether the server answers. One truth for the bar at the top and for every form that must wait. */
import { computed, ref } from 'vue';

const cut = ref(typeof navigator !== 'undefined' && navigator.onLine === false);
const waiting = new Set<() => void>();

function back(): void {
  if (!cut.value) return;
  cut.value = false;
  for (const task of [...waiting]) task();
}

function lost(): void {
  cut.value = true;
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', lost);
  window.addEventListener('online', back);
}

export const connection = {
  offline: computed(() => cut.value),
  reached: back,
  lost,
  /** Calls {@code task} each time the connection is back; the answer stops that. */
  whenBack(task: () => void): () => void {
    waiting.add(task);
    return () => waiting.delete(task);
  },
};
