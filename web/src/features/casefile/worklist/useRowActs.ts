import { nextTick, ref, shallowRef, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { get } from '@/desk/http';
import { announce } from '@/ui/announcer';
import { t } from '@/i18n/casefile';
import { actOfLetter, oneLine, specOf } from '../acts/catalogue';
import type { ActAnswer, ActSpec, CaseItem, CaseList } from '../types';
import type { Worklist } from './useWorklist';

/** Acts from the list: one line in the row when nothing needs an answer, else the case page with the form open. */
export function useRowActs(worklist: Worklist, table: Ref<{ focus(): Promise<void> } | undefined>) {
  const router = useRouter();
  const confirming = shallowRef<{ caseNo: string; spec: ActSpec } | null>(null);
  const notes = ref<Record<string, string>>({});

  function begin(act: string, item: CaseItem): void {
    const spec = specOf(act, item.kind);
    if (oneLine(spec) && spec !== null) {
      confirming.value = { caseNo: item.caseNo, spec };
    } else {
      void router.push({ name: 'case', params: { caseNo: item.caseNo }, query: { act } });
    }
  }

  function letter(pressed: string, item: CaseItem): boolean {
    const act = actOfLetter(pressed, item.availableActs);
    if (act !== null) {
      begin(act, item);
    }
    return act !== null;
  }

  async function backToRow(): Promise<void> {
    confirming.value = null;
    await nextTick();
    await table.value?.focus();
  }

  async function done(item: CaseItem, spec: ActSpec, answer: ActAnswer): Promise<void> {
    worklist.renew({
      ...item,
      stage: answer.stage,
      stageLabel: answer.stageLabel ?? '',
      version: answer.version,
      availableActs: answer.availableActs,
    });
    await backToRow();
    await renewFrom(item.caseNo);
    await worklist.recount();
    announce(t('list.done', { act: spec.label, n: worklist.list.value?.counts[worklist.filters.value.tab] ?? 0 }));
  }

  async function overtaken(item: CaseItem, words: string): Promise<void> {
    notes.value = { ...notes.value, [item.caseNo]: words };
    announce(words, 'assertive');
    await backToRow();
    await renewFrom(item.caseNo);
  }

  /** From the list, which counts as no reading of the case: nobody has looked at it. */
  async function renewFrom(caseNo: string): Promise<void> {
    const { items } = await get<CaseList>('/cases', { q: caseNo, view: 'all', limit: 1 });
    const fresh = items.find((item) => item.caseNo === caseNo);
    if (fresh !== undefined) {
      worklist.renew(fresh);
    }
  }

  return { confirming, notes, begin, letter, backToRow, done, overtaken };
}
