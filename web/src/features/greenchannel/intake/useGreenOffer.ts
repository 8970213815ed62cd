import { onBeforeUnmount, shallowRef, watch } from 'vue';
import { call } from '@/api/client';
import type { Draft } from '@/features/intake/draft';
import { greenQuestion } from '@/features/intake/greenQuestion';
import type { Offer } from '../types';

const quiet = 400;

/**
 * Whether the merchant told so far is in the green channel, and the words to agree to. Another merchant or other words
 * end an earlier consent: it was given for that one merchant and that text.
 */
export function useGreenOffer(draft: Draft) {
  const offer = shallowRef<Offer | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  const question = (): string => greenQuestion(draft);

  function take(found: Offer | null): void {
    offer.value = found;
    if (found === null || draft.greenChannelText !== found.textVersion || draft.greenChannelFor !== question()) {
      draft.greenChannel = false;
      draft.greenChannelText = found?.textVersion ?? '';
      draft.greenChannelFor = found === null ? '' : question();
    }
  }

  async function ask(query: Record<string, string>, signal: AbortSignal): Promise<void> {
    try {
      const { offer: found } = await call<{ offer: Offer | null }>('GET', '/public/green-channel', { query, signal });
      take(found);
    } catch {
      if (!signal.aborted) {
        take(null);
      }
    }
  }

  watch(
    question,
    (text) => {
      clearTimeout(timer);
      running?.abort();
      if (text === '') {
        take(null);
        return;
      }
      const mine = (running = new AbortController());
      timer = setTimeout(() => void ask(JSON.parse(text) as Record<string, string>, mine.signal), quiet);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    clearTimeout(timer);
    running?.abort();
  });

  return offer;
}
