import { computed, reactive, shallowRef } from 'vue';
import { call } from '@/api/client';
import type { DueDate, LawRule } from '@/api/types';
import { wordsOf } from '@/api/words';
import { t } from '@/i18n/law';
import { instantOf, isAfter, parse, today } from '@/ui/when';

export interface PauseInput {
  from: string;
  to: string;
}

export interface DeadlineQuestion {
  rule: string;
  day: string;
  time: string;
  pauses: PauseInput[];
}

export type QuestionFault = { id: string; text: string };

/** The form "by when, and why": what is asked, what is wrong with it, and the server's answer. */
export function useDeadlineForm() {
  const question = reactive<DeadlineQuestion>({ rule: '', day: '', time: '', pauses: [] });
  const rules = shallowRef<LawRule[]>([]);
  const answer = shallowRef<DueDate | null>(null);
  const faults = shallowRef<QuestionFault[]>([]);
  const trouble = shallowRef<string | null>(null);
  const counting = shallowRef(false);

  const rule = computed(() => rules.value.find(({ id }) => id === question.rule) ?? null);
  const mayPause = computed(() => rule.value !== null && rule.value.pauseReasons.length > 0);

  /** The rules in force on a day that a date can be counted for; today's while no day is chosen. */
  async function loadRules(on: string): Promise<void> {
    try {
      const { items } = await call<{ items: LawRule[] }>('GET', '/law/rules', {
        query: { on: parse(on) === null ? today() : on },
      });
      rules.value = items.filter(({ unit }) => unit !== 'SET' && unit !== 'PROMPTLY');
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  }

  function check(): boolean {
    const found: QuestionFault[] = [];
    if (question.rule === '') {
      found.push({ id: 'rule', text: t('deadline.ruleMissing') });
    }
    if (parse(question.day) === null) {
      found.push({ id: 'day', text: t('deadline.dayMissing') });
    }
    question.pauses.forEach(({ from, to }, index) => {
      if (parse(from) === null || (to !== '' && parse(to) === null)) {
        found.push({ id: `pause-${index}`, text: t('deadline.pauseMissing') });
      } else if (to !== '' && isAfter(from, to)) {
        found.push({ id: `pause-${index}`, text: t('deadline.pauseOrder') });
      }
    });
    faults.value = found;
    return found.length === 0;
  }

  async function count(): Promise<void> {
    if (!check()) {
      return;
    }
    counting.value = true;
    trouble.value = null;
    try {
      answer.value = await call<DueDate>('GET', '/law/deadline', {
        query: {
          rule: question.rule,
          from: instantOf(question.day, question.time),
          pause: mayPause.value ? question.pauses.map(({ from, to }) => `${from}/${to}`) : [],
        },
      });
    } catch (error) {
      answer.value = null;
      trouble.value = wordsOf(error);
    } finally {
      counting.value = false;
    }
  }

  return { question, rules, rule, mayPause, answer, faults, trouble, counting, loadRules, count };
}
