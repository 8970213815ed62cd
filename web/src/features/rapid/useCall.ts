import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';

/** One call at a time, with what went wrong the last time. */
export function useCall(): { busy: Ref<boolean>; fault: ShallowRef<unknown>; run: (work: () => Promise<unknown>) => Promise<boolean> } {
  const busy = ref(false);
  const fault = shallowRef<unknown>(null);
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    try {
      await work();
      fault.value = null;
      return true;
    } catch (error) {
      fault.value = error;
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, fault, run };
}
