import { computed, reactive, ref, shallowRef } from 'vue';
import type { FieldError } from '@/api/types';
import { wordsOf } from '@/api/words';
import { freshKey } from '@/ui/freshKey';
import { articlesOf, currentOf, fieldErrorsOf, isOffline, statusOf, type CurrentState } from '@/desk/http';
import { useDraft } from '@/features/drafts/useDraft';
import { t } from '@/i18n/casefile';
import { announce } from '@/ui/announcer';
import type { ActAnswer, ActField, ActSpec, CaseDetail } from '../types';
import { perform } from './perform';
import { extraFields, shownFields } from './shape';
import { allBlank, blankValues, bodyOf, emptyEnding, faultsOf, keptOf, type Values } from './values';

/** A refusal of the whole act: words, and the articles when it is the law that forbids it. */
export interface Refused {
  words: string;
  articles: string[];
  byLaw: boolean;
}

/**
 * Filling in and sending one act. What was written stays through every answer but success, and through a reload.
 * The key of the opening is kept when no answer came, so that sending again cannot act twice; an answer that refused
 * makes a new one, because the next body will be another.
 */
export function useActForm(item: () => CaseDetail, spec: ActSpec) {
  const fields = (): ActField[] => [...shownFields(spec, values), ...extraFields(spec)];
  const values = reactive<Values>(blankValues([...spec.fields, ...extraFields(spec)]));
  const faults = shallowRef<FieldError[]>([]);
  const refused = shallowRef<Refused | null>(null);
  const conflict = shallowRef<CurrentState | null>(null);
  const busy = ref(false);
  const draft = useDraft(() => `act:${item().caseNo}:${spec.act}`, values, allBlank, Object.assign, (all) =>
    keptOf(spec.fields, all),
  );
  let key = freshKey();

  /** Null unless the act has meanwhile been taken from what is available. */
  const blockedNow = computed(() => {
    const now = item();
    if (now.availableActs.includes(spec.act)) {
      return null;
    }
    return now.blockedActs.find((one) => one.act === spec.act)?.why ?? '';
  });

  async function send(): Promise<ActAnswer | null> {
    faults.value = [...faultsOf(fields(), values), ...emptyEnding(spec.act, values)];
    refused.value = null;
    if (faults.value.length > 0 || busy.value) {
      return null;
    }
    busy.value = true;
    try {
      const { caseNo, version } = item();
      const answer = await perform(caseNo, spec.act, version, bodyOf(fields(), values), key);
      announce(t('form.done', { act: spec.label }));
      await draft.discard();
      return answer;
    } catch (error) {
      take(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  function take(error: unknown): void {
    if (isOffline(error)) {
      refused.value = { words: t('form.offline'), articles: [], byLaw: false };
      return;
    }
    if (statusOf(error) < 500) {
      key = freshKey();
    }
    conflict.value = currentOf(error);
    faults.value = fieldErrorsOf(error);
    if (conflict.value === null && faults.value.length === 0) {
      const articles = articlesOf(error);
      refused.value = { words: wordsOf(error), articles, byLaw: articles.length > 0 };
      announce(refused.value.words, 'assertive');
    }
  }

  /** The fault of a field, its parts included (`approval.on`). */
  function faultOf(name: string): string | undefined {
    const found = faults.value.find((one) => one.field === name || one.field.startsWith(`${name}.`) || one.field.startsWith(`${name}[`));
    return found?.message;
  }

  return { values, faults, refused, conflict, busy, draft, blockedNow, send, faultOf };
}
