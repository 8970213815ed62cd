import { computed, inject, onMounted, provide, reactive, ref, shallowRef, type InjectionKey, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { t } from '@/i18n/submit';
import { emptyDraft, emptyIdentity, reportOnly, type Draft, type Identity } from './draft';
import type { Early } from './early';
import { fieldIds, fields, steps, type FieldId, type Step } from './fields';
import { useCompetence } from './useCompetence';
import { useEvidence } from './useEvidence';
import { useKeptDraft } from './useKeptDraft';
import { useSuggestions } from './useSuggestions';
import { faultsOf } from './validate';

/** What must be changed, in words, by field. */
export type Errors = Partial<Record<FieldId, string>>;

/** The state of the submit wizard: the draft, who submits, the step, and what must be changed. */
function createWizard(early: Early | null) {
  const draft = reactive<Draft>(emptyDraft());
  const identity = reactive<Identity>(emptyIdentity());
  const errors = ref<Errors>({});
  const evidence = useEvidence(
    () => draft.wantsReport || !draft.wantsComplaint,
    (refs) => {
      draft.attachments = refs;
    },
  );

  /** Checks one step, or everything; true when nothing must be changed. */
  function check(step?: Step, only?: readonly FieldId[]): boolean {
    const faults = faultsOf(draft, identity, step).filter(({ field }) => only === undefined || only.includes(field));
    errors.value = Object.fromEntries(faults.map(({ field, message, params }) => [field, t(message, params)]));
    return faults.length === 0;
  }

  return {
    draft,
    identity,
    errors,
    evidence,
    competence: useCompetence(draft),
    suggesting: useSuggestions(),
    check,
    reportOnly: computed(() => reportOnly(draft)),
    ...useKeptDraft(draft, identity, evidence, early),
    ...useSteps(draft, errors),
  };
}

/** Where one stands: the step lives in the address, so that the browser's own Back works. */
function useSteps(draft: Draft, errors: Ref<Errors>) {
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
