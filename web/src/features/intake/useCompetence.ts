import { onBeforeUnmount, shallowRef, watch } from 'vue';
import { call } from '@/api/client';
import type { JurisdictionAnswer, PublicKind } from '@/api/types';
import { kindsOf, type Draft } from './draft';
import { jurisdictionOf } from './request';

export interface Competence {
  kind: PublicKind;
  answer: JurisdictionAnswer;
}

const quiet = 400;

/**
 * Who would handle what was told so far, for each kind chosen (for a complaint while none is). Asked again when a fact
 * changes; without an answer the wizard goes on, the receiving agency then finds out.
 */
export function useCompetence(draft: Draft) {
  const answers = shallowRef<Competence[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  const kinds = (): PublicKind[] => {
    const chosen = kindsOf(draft);
    return chosen.length === 0 ? ['COMPLAINT'] : chosen;
  };
  const question = (): string =>
    draft.merchantPlace === null && draft.merchantType !== 'IN_PLATFORM'
      ? ''
      : JSON.stringify(kinds().map((kind) => jurisdictionOf(draft, kind)));

  async function ask(signal: AbortSignal): Promise<void> {
    try {
      const found = await Promise.all(
        kinds().map(async (kind) => ({
          kind,
          answer: await call<JurisdictionAnswer>('POST', '/jurisdiction', { body: jurisdictionOf(draft, kind), signal }),
        })),
      );
      answers.value = signal.aborted ? answers.value : found;
    } catch {
      answers.value = signal.aborted ? answers.value : [];
    }
  }

  watch(question, (text) => {
    clearTimeout(timer);
    running?.abort();
    if (text === '') {
      answers.value = [];
      return;
    }
    const mine = (running = new AbortController());
    timer = setTimeout(() => void ask(mine.signal), quiet);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    running?.abort();
  });

  return answers;
}
