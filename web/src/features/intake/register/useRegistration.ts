import { inject, onScopeDispose, provide, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue';
import type { SubmissionAnswer } from '@/api/types';
import { wordsOf } from '@/api/words';
import { freshKey } from '@/ui/freshKey';
import { connection } from '@/desk/connection';
import { fieldErrorsOf, isOffline, post, statusOf } from '@/desk/http';
import { useDraft } from '@/features/drafts/useDraft';
import { t } from '@/i18n/register';
import { t as submitWords } from '@/i18n/submit';
import { announce } from '@/ui/announcer';
import { fieldAt, type FieldId } from '../fields';
import { useCompetence } from '../useCompetence';
import { useEvidence } from '../useEvidence';
import { useSuggestions } from '../useSuggestions';
import { wrongsOf } from '../validate';
import { asksOf } from './asks';
import {
  emptyRegistration,
  isBlank,
  isCase,
  keptOf,
  putBack,
  renew,
  requestOf,
  type DeskChannel,
  type Registration,
} from './registration';

/** After the last key, before the text is read for what it seems to be. */
const QUIET = 600;

/** The registration desk: what is typed, what it seems to be, and sending it exactly once. */
function createRegistration(channel: () => DeskChannel) {
  const registration = reactive<Registration>(emptyRegistration());
  const faults = ref<Partial<Record<FieldId, string>>>({});
  const trouble = ref('');
  const busy = ref(false);
  /** Sent without an answer: kept, and sent again under the same key when the connection is back. */
  const queued = ref(false);
  const result = shallowRef<SubmissionAnswer | null>(null);
  const competence = useCompetence(registration.draft);
  const { suggestions, read } = useSuggestions();
  const evidence = useEvidence(
    () => registration.draft.wantsReport,
    (refs) => (registration.draft.attachments = refs),
  );
  const draft = useDraft(() => 'register', registration, isBlank, putBack, keptOf);
  let key = freshKey();

  async function load(): Promise<void> {
    await draft.load();
    evidence.restore(registration.draft.attachments);
  }

  async function submit(): Promise<void> {
    if (busy.value || !complete()) {
      return;
    }
    busy.value = true;
    trouble.value = '';
    try {
      const body = requestOf(registration, channel());
      result.value = await post<SubmissionAnswer>('/submissions', body, { 'Idempotency-Key': key });
      queued.value = false;
      key = freshKey();
      await draft.discard();
      announce(t('result.said', { no: result.value.submissionNo }));
    } catch (error) {
      failed(error);
    } finally {
      busy.value = false;
    }
  }

  function complete(): boolean {
    const missing = asksOf(registration).filter((ask) => ask.required);
    const { draft, identity, choice } = registration;
    const wrong = isCase(choice) ? wrongsOf(draft, identity) : [];
    faults.value = Object.fromEntries([
      ...missing.map(({ field }) => [field, t(`ask.${field as 'name'}`)]),
      ...wrong.map(({ field, message, params }) => [field, submitWords(message, params)]),
    ]);
    return missing.length === 0 && wrong.length === 0;
  }

  function failed(error: unknown): void {
    queued.value = isOffline(error);
    if (isOffline(error)) {
      trouble.value = t('send.offline');
      return;
    }
    if (statusOf(error) < 500) {
      key = freshKey();
    }
    const found = fieldErrorsOf(error).map((one) => [fieldAt(one.field), one.message] as const);
    faults.value = Object.fromEntries(found.filter(([field]) => field !== null)) as typeof faults.value;
    const loose = found.filter(([field]) => field === null).map(([, message]) => message);
    trouble.value = found.length === 0 ? wordsOf(error) : loose.join(' ');
  }

  function next(keep: 'person' | 'story' | 'nothing'): void {
    renew(registration, keep);
    [...evidence.items].forEach((item) => evidence.remove(item));
    faults.value = {};
    trouble.value = '';
    result.value = null;
  }

  const stopWaiting = connection.whenBack(() => {
    if (queued.value) {
      void submit();
    }
  });
  onScopeDispose(stopWaiting);
  let reading = 0;
  watch(
    () => registration.draft.content,
    (text) => {
      window.clearTimeout(reading);
      reading = window.setTimeout(() => void read(text), QUIET);
    },
  );
  onScopeDispose(() => window.clearTimeout(reading));

  return { registration, faults, trouble, busy, queued, result, competence, suggestions, evidence, draft, load, submit, next };
}

export type RegistrationDesk = ReturnType<typeof createRegistration>;

const place: InjectionKey<RegistrationDesk> = Symbol('registration');

export function provideRegistration(channel: () => DeskChannel): RegistrationDesk {
  const desk = createRegistration(channel);
  provide(place, desk);
  return desk;
}

export function useRegistration(): RegistrationDesk {
  const desk = inject(place);
  if (desk === undefined) {
    throw new Error('outside the registration desk');
  }
  return desk;
}
