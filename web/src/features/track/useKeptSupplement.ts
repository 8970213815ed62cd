import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { AttachmentRef } from '@/api/types';
import { isPublicComputer } from '@/features/intake/tabStore';
import { DraftKeeper, type DraftStore } from '@/ui/draftKeeper';

interface Supplement {
  text: string;
  refs: AttachmentRef[];
}

/**
 * Keeps a supplement that is being written, a draft for each case, as the submit wizard keeps its own: on this device,
 * for seven days, and not at all on a public computer.
 */
export function useKeptSupplement(
  store: DraftStore,
  caseNo: string,
  text: Ref<string>,
  refs: ShallowRef<AttachmentRef[]>,
  restoreFiles: (refs: readonly AttachmentRef[]) => void,
) {
  const keeper = new DraftKeeper<Supplement>(store, `supplement ${caseNo}`);
  const restored = shallowRef(false);

  async function restore(): Promise<void> {
    if (isPublicComputer()) {
      await keeper.turnOff();
    }
    const kept = await keeper.load();
    if (kept !== null && (kept.text !== '' || kept.refs.length > 0)) {
      // what was typed while the draft was being read stays
      text.value = [kept.text, text.value].filter((part) => part !== '').join('\n');
      refs.value = kept.refs;
      restoreFiles(kept.refs);
      restored.value = true;
    }
    watch([text, refs], () => keeper.keep({ text: text.value, refs: JSON.parse(JSON.stringify(refs.value)) as AttachmentRef[] }));
  }

  const flush = (): void => void keeper.flush();

  onMounted(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    void restore();
  });
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
    flush();
  });

  return { restored, saving: keeper.state, forget: (): Promise<void> => keeper.forget() };
}
