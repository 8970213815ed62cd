import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get, post } from '@/desk/http';
import { t } from '@/i18n/search';
import { announce } from '@/ui/announcer';
import { addressOf, narrowing, questionOf, secret, type Narrowing } from './question';
import type { SearchResult } from './types';

const PAGE = 20;

/** The hits behind the address. A failed search keeps what was there before. */
export function useSearch() {
  const route = useRoute();
  const router = useRouter();
  const result = shallowRef<SearchResult | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  const question = computed(() => questionOf(route.query));
  const words = computed(() => (question.value.hidden ? (secret.value?.q ?? '') : question.value.q));
  const asked = computed(() => words.value !== '');
  const narrowed = computed(() => narrowing.some((name) => question.value[name] !== ''));
  let running: AbortController | undefined;

  function ask(signal: AbortSignal): Promise<SearchResult> {
    const { hidden, q, ...rest } = question.value;
    if (hidden && secret.value !== null) {
      const { year, ...more } = rest;
      return post<SearchResult>('/search', { ...more, ...secret.value, year: year === '' ? null : Number(year), limit: PAGE });
    }
    return get<SearchResult>('/search', { ...rest, q, limit: PAGE }, signal);
  }

  async function load(): Promise<void> {
    running?.abort();
    const mine = (running = new AbortController());
    if (!asked.value) {
      result.value = null;
      fault.value = null;
      busy.value = false;
      return;
    }
    busy.value = true;
    try {
      const answer = await ask(mine.signal);
      if (running === mine) {
        result.value = answer;
        fault.value = null;
        announce(t(answer.atLeast ? 'many' : 'count', { n: answer.total }));
      }
    } catch (error) {
      if (running === mine && !mine.signal.aborted) {
        fault.value = error;
      }
    } finally {
      if (running === mine) {
        busy.value = false;
      }
    }
  }

  /** Takes a value of a facet, or lets go of it when it is the one chosen. */
  function choose(name: Narrowing, code: string): Promise<unknown> {
    const value = question.value[name] === code ? '' : code;
    return router.push({ query: addressOf({ ...question.value, [name]: value, cursor: '' }) });
  }

  function clear(): Promise<unknown> {
    const none = Object.fromEntries(narrowing.map((name) => [name, ''])) as Record<Narrowing, string>;
    return router.push({ query: addressOf({ ...question.value, ...none, cursor: '' }) });
  }

  const turn = (cursor: string | null): Promise<unknown> =>
    router.push({ query: addressOf({ ...question.value, cursor: cursor ?? '' }) });

  watch([() => JSON.stringify(question.value), secret], () => void load(), { immediate: true });

  return { result, fault, busy, question, words, asked, narrowed, load, choose, clear, turn };
}
