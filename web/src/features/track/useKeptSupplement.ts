import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue';
import type { AttachmentRef } from '@/api/types';
import { isPublicComputer } from '@/features/intake/tabStore';
import { DraftKeeper, type DraftStore } from '@/ui/draftKeeper';
import type { Once } from './onceKey';

/** What a supplement consists of while it is being written. */
export interface Supplement {
  text: ShallowRef<string>;
  refs: ShallowRef<AttachmentRef[]>;
  /** Which of the asked items it brings. */
  ticked: ShallowRef<string[]>;
  /** Which of the files show who the person is. */
  proofs: ShallowRef<string[]>;
  /** Under which key it was sent: the same thing sent again after a reload is done once. */
  once: ShallowRef<Once | null>;
}

type Plain = { [K in keyof Supplement]: Supplement[K]['value'] };

/**
 * Keeps a supplement that is being written, a draft for each case, as the submit wizard keeps its own: on this device,
 * for seven days, and not at all on a public computer.
 */
export function useKeptSupplement(
  store: DraftStore,
  caseNo: string,
  { text, refs, ticked, proofs, once }: Supplement,
  restoreFiles: (refs: readonly AttachmentRef[]) => void,
) {
  const keeper = new DraftKeeper<Partial<Plain>>(store, `supplement ${caseNo}`);
  const restored = shallowRef(false);

  const plain = (): Plain =>
    JSON.parse(
      JSON.stringify({ text: text.value, refs: refs.value, ticked: ticked.value, proofs: proofs.value, once: once.value }),
    ) as Plain;

  function take(kept: Partial<Plain>): void {
    const { text: words = '', refs: files = [] } = kept;
    // what was typed while the draft was being read stays
    text.value = [words, text.value].filter((part) => part !== '').join('\n');
    refs.value = files;
    ticked.value = [...new Set([...(kept.ticked ?? []), ...ticked.value])];
    proofs.value = kept.proofs ?? [];
    once.value = kept.once ?? null;
    restoreFiles(files);
    restored.value = true;
  }

  async function restore(): Promise<void> {
    if (isPublicComputer()) {
      await keeper.turnOff();
    }
    const kept = await keeper.load();
    if (kept !== null && ((kept.text ?? '') !== '' || (kept.refs ?? []).length > 0 || (kept.ticked ?? []).length > 0)) {
      take(kept);
    }
    watch([text, refs, ticked, proofs, once], () => keeper.keep(plain()));
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

  /** Before it is sent: the key must outlive the page. */
  const settle = async (): Promise<void> => {
    keeper.keep(plain());
    await keeper.flush();
  };

  return { restored, saving: keeper.state, settle, forget: (): Promise<void> => keeper.forget() };
}
