import { computed, reactive, ref, shallowRef } from 'vue';
import type { FieldError } from '@/api/types';
import { wordsOf } from '@/api/words';
import { freshKey } from '@/ui/freshKey';
import { articlesOf, currentOf, fieldErrorsOf, isOffline, statusOf, type CurrentState } from '@/desk/http';
import { useDraft } from '@/features/drafts/useDraft';
import { t } from '@/i18n/casefile';
import { announce } from '@/ui/announcer';
import type { ActAnswer, ActField, ActSpec, CaseDetail } from '../types';
import { askLeader } from '@/features/approval/approvals';
import { holdsOneOf, session } from '@/features/identity/session';
import { fillCertificates } from './officers';
import { perform } from './perform';
import { extraFields, shownFields } from './shape';
import { allBlank, blankValues, bodyOf, emptyEnding, faultsOf, keptOf, type Values } from './values';

/** A refusal of the whole act: words, and the articles when it is the law that forbids it. */
export interface Refused {
  words: string;
  articles: string[];
  byLaw: boolean;
}

/** Key of the officer's own words to the leader among the values; no field of any act has this name. */
export const WORDS = 'approvalWords';

/** How an act that a leader decides is done: asked of him here, or entered with the paper that he signed. */
export type Way = 'ask' | 'do';

/**
 * Filling in and sending one act. What was written stays through every answer but success, and through a reload.
 * The key of the opening is kept when no answer came, so that sending again cannot act twice; an answer that refused
 * makes a new one, because the next body will be another.
 */
export function useActForm(item: () => CaseDetail, spec: ActSpec) {
  // an act that no leader takes is not asked of one; the paper that he signed can still be entered with it
  const decided = spec.fields.some((field) => field.type === 'APPROVAL') && (spec.roles ?? []).includes('LEADER');
  const own = holdsOneOf(['LEADER']) && !item().handlers.some((one) => one.personId === session.personId);
  const way = ref<Way>(decided && !own ? 'ask' : 'do');
  const main = (): ActField[] =>
    shownFields(spec, values).filter((field) => field.type !== 'APPROVAL' || !decided || (way.value === 'do' && !own));
  const fields = (): ActField[] => [...main(), ...extraFields(spec)];
  const values = reactive<Values>({ ...blankValues([...spec.fields, ...extraFields(spec)]), [WORDS]: '' });
  const faults = shallowRef<FieldError[]>([]);
  const refused = shallowRef<Refused | null>(null);
  const conflict = shallowRef<CurrentState | null>(null);
  const busy = ref(false);
  const draft = useDraft(() => `act:${item().caseNo}:${spec.act}`, values, allBlank, Object.assign, (all) =>
    keptOf(spec.fields, all),
  );
  fillCertificates(() => item().agency.code, spec, values);
  let key = freshKey();

  /** Null unless the act has meanwhile been taken from what is available. */
  const blockedNow = computed(() => {
    const now = item();
    if (now.availableActs.includes(spec.act)) {
      return null;
    }
    return now.blockedActs.find((one) => one.act === spec.act)?.why ?? '';
  });

  /** Runs what is sent once the form has no fault; null when it was not done. */
  async function sent<T>(work: () => Promise<T>, said: string): Promise<T | null> {
    faults.value = [...faultsOf(fields(), values), ...emptyEnding(spec.act, values)];
    refused.value = null;
    if (faults.value.length > 0 || busy.value) {
      return null;
    }
    busy.value = true;
    try {
      const answer = await work();
      announce(said);
      await draft.discard();
      return answer;
    } catch (error) {
      take(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  /** @param onto the version that a conflict told of, when what was written goes on it unchanged */
  function send(onto?: number): Promise<ActAnswer | null> {
    const { caseNo, version: seen } = item();
    const version = onto ?? seen;
    return sent(
      () => perform(caseNo, spec.act, version, bodyOf(fields(), values), key),
      t('form.done', { act: spec.label }),
    );
  }

  /** Sends it to a leader; the number of the sheet. */
  async function ask(): Promise<string | null> {
    const words = String(values[WORDS] ?? '').trim();
    const sheet = await sent(
      () => askLeader(item().caseNo, spec.act, bodyOf(fields(), values), words),
      t('form.asked', { act: spec.label }),
    );
    return sheet?.requestNo ?? null;
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

  return { values, faults, refused, conflict, busy, draft, blockedNow, decided, own, way, main, send, ask, faultOf };
}
