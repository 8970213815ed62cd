import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue';
import { DraftKeeper } from '@/ui/draftKeeper';
import { indexedDbStore } from '@/ui/indexedDb';
import { emptyDraft, emptyIdentity, type Draft, type Identity } from './draft';
import type { Early } from './early';
import { isPublicComputer, keepInMemoryOnly, tabStore } from './tabStore';
import type { Evidence } from './useEvidence';

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Keeps the draft on this device for seven days and the identity in this tab, and brings both back. On a public
 * computer it keeps nothing.
 *
 * @param early what was typed before the script was there; it is never overwritten
 */
export function useKeptDraft(draft: Draft, identity: Identity, evidence: Evidence, early: Early | null) {
  const restored = shallowRef(false);
  const publicComputer = shallowRef(false);
  const ready = shallowRef(false);
  const keeper = new DraftKeeper<Draft>(indexedDbStore, 'submit');
  const identityStore = tabStore<Identity>('fangxin.identity');

  const keep = (): void => keeper.keep(plain(draft));
  const keepIdentity = (): void => identityStore.write(plain(identity));

  async function restore(): Promise<void> {
    publicComputer.value = isPublicComputer();
    if (publicComputer.value) {
      await keeper.turnOff();
    }
    const kept = await keeper.load();
    const typed = { ...(early ?? { content: '', occurredOn: '', amount: '' }) };
    // Typing went on while the draft was being read.
    typed.content = draft.content || typed.content;
    if (kept !== null) {
      Object.assign(draft, emptyDraft(), kept);
      evidence.restore(draft.attachments);
      restored.value = draft.content !== '' || draft.merchantName !== '';
    }
    Object.assign(identity, identityStore.read() ?? {});
    mergeTyped(draft, typed);
    ready.value = true;
    watch(draft, keep);
    watch(identity, keepIdentity);
    if (typed.content !== '') {
      keep();
    }
  }

  async function forget(): Promise<void> {
    Object.assign(draft, emptyDraft());
    Object.assign(identity, emptyIdentity());
    [...evidence.items].forEach((item) => evidence.remove(item));
    identityStore.clear();
    restored.value = false;
    await keeper.forget();
  }

  async function setPublicComputer(on: boolean): Promise<void> {
    publicComputer.value = on;
    keepInMemoryOnly(on);
    keepIdentity();
    if (on) {
      await keeper.turnOff();
    } else {
      keeper.turnOn();
      keep();
    }
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

  return { restored, publicComputer, ready, saving: keeper.state, forget, setPublicComputer };
}

/** What was typed meanwhile joins the draft; the same words are not written twice. */
function mergeTyped(draft: Draft, typed: Early): void {
  const stories = new Set([draft.content, typed.content].filter((part) => part !== ''));
  draft.content = [...stories].join('\n');
  draft.occurredOn ||= typed.occurredOn;
  draft.amount ||= typed.amount;
}
