import { computed, inject, onBeforeUnmount, onMounted, provide, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { t } from '@/i18n/submit';
import { DraftKeeper } from '@/ui/draftKeeper';
import { indexedDbStore } from '@/ui/indexedDb';
import { emptyDraft, emptyIdentity, reportOnly, type Draft, type Identity } from './draft';
import { fieldIds, fields, steps, type FieldId, type Step } from './fields';
import { keepInMemoryOnly, tabStore } from './tabStore';
import { useCompetence } from './useCompetence';
import { useEvidence } from './useEvidence';
import { useSuggestions } from './useSuggestions';
import { faultsOf, type Fault } from './validate';

const publicKey = 'fangxin.publicComputer';

/** What somebody typed into the plain HTML before the script was there. */
export interface Early {
  content: string;
  occurredOn: string;
  amount: string;
}

/** The state of the submit wizard: the draft, who submits, the step, and what must be changed. */
function createWizard(early: Early | null) {
  const draft = reactive<Draft>(emptyDraft());
  const identity = reactive<Identity>(emptyIdentity());
  const errors = ref<Partial<Record<FieldId, string>>>({});
  const restored = shallowRef(false);
  const publicComputer = shallowRef(false);
  const ready = shallowRef(false);
  const keeper = new DraftKeeper<Draft>(indexedDbStore, 'submit');
  const identityStore = tabStore<Identity>('fangxin.identity');
  const evidence = useEvidence(
    () => draft.wantsReport || !draft.wantsComplaint,
    (refs) => {
      draft.attachments = refs;
    },
  );

  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

  function show(faults: readonly Fault[]): void {
    const shown: Partial<Record<FieldId, string>> = {};
    for (const { field, message, params } of faults) {
      shown[field] = t(message, params);
    }
    errors.value = shown;
  }

  /** Checks one step, or everything; true when nothing must be changed. */
  function check(step?: Step, only?: readonly FieldId[]): boolean {
    const faults = faultsOf(draft, identity, step).filter(({ field }) => only === undefined || only.includes(field));
    show(faults);
    return faults.length === 0;
  }

  async function forget(): Promise<void> {
    Object.assign(draft, emptyDraft());
    Object.assign(identity, emptyIdentity());
    [...evidence.items].forEach((item) => evidence.remove(item));
    identityStore.clear();
    restored.value = false;
    errors.value = {};
    await keeper.forget();
  }

  async function setPublicComputer(on: boolean): Promise<void> {
    publicComputer.value = on;
    keepInMemoryOnly(on);
    if (on) {
      identityStore.write(plain(identity));
      await keeper.turnOff();
    } else {
      keeper.turnOn();
      keeper.keep(plain(draft));
      identityStore.write(plain(identity));
    }
    tabStore<boolean>(publicKey).write(on);
  }

  async function restore(): Promise<void> {
    const kept = await keeper.load();
    if (kept !== null) {
      Object.assign(draft, emptyDraft(), kept);
      evidence.restore(draft.attachments);
      restored.value = draft.content !== '' || draft.merchantName !== '';
    }
    Object.assign(identity, identityStore.read() ?? {});
    takeEarly();
    ready.value = true;
    watch(draft, () => keeper.keep(plain(draft)));
    watch(identity, () => identityStore.write(plain(identity)));
  }

  function takeEarly(): void {
    if (early === null) {
      return;
    }
    draft.content = [draft.content, early.content].filter((part) => part !== '').join('\n');
    draft.occurredOn ||= early.occurredOn;
    draft.amount ||= early.amount;
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

  return {
    draft,
    identity,
    errors,
    evidence,
    competence: useCompetence(draft),
    suggesting: useSuggestions(),
    restored,
    publicComputer,
    ready,
    saving: keeper.state,
    check,
    show,
    forget,
    setPublicComputer,
    ...useSteps(draft, errors),
    reportOnly: computed(() => reportOnly(draft)),
  };
}

/** Where one stands: the step lives in the address, so that the browser's own Back works. */
function useSteps(draft: Draft, errors: { value: Partial<Record<FieldId, string>> }) {
  const route = useRoute();
  const router = useRouter();
  const woken = shallowRef(false);
  onMounted(() => {
    woken.value = true;
  });
  const asked = computed(() => steps.findIndex((step) => step === route.query['step']));
  const index = computed(() => (woken.value ? Math.max(0, Math.min(asked.value, draft.reached)) : 0));
  const step = computed<Step>(() => steps[index.value] ?? 'story');

  function go(to: Step, keepErrors = false): Promise<unknown> {
    draft.reached = Math.max(draft.reached, steps.indexOf(to));
    if (!keepErrors) {
      errors.value = {};
    }
    return router.push({ path: '/submit', query: to === 'story' ? {} : { step: to } });
  }

  const stepOf = (field: FieldId): Step => fields[field].step;
  const wrongFields = computed(() => fieldIds.filter((field) => errors.value[field] !== undefined));

  return { index, step, go, stepOf, wrongFields };
}

export type Wizard = ReturnType<typeof createWizard>;

const key: InjectionKey<Wizard> = Symbol('wizard');

export function provideWizard(early: Early | null): Wizard {
  const wizard = createWizard(early);
  provide(key, wizard);
  return wizard;
}

/** The wizard that this step belongs to. */
export function useWizard(): Wizard {
  const wizard = inject(key);
  if (wizard === undefined) {
    throw new Error('a step stands outside the wizard');
  }
  return wizard;
}
