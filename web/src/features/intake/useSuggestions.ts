import { shallowRef } from 'vue';
import { ApiError, call } from '@/api/client';
import type { SuggestAnswer } from '@/api/types';

const enough = 10;
const none: SuggestAnswer = { kinds: [], goods: [], problem: [] };

/** What the text seems to be about, with the words that made it think so; a person decides. Nothing comes, nothing lacks. */
export function useSuggestions() {
  const suggestions = shallowRef<SuggestAnswer>(none);
  let about = '';

  async function read(content: string): Promise<void> {
    const text = content.trim();
    if (text === about || text.length < enough) {
      return;
    }
    about = text;
    try {
      suggestions.value = await call<SuggestAnswer>('POST', '/submissions/suggest', { body: { content: text } });
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      about = '';
      suggestions.value = none;
    }
  }

  return { suggestions, read };
}
