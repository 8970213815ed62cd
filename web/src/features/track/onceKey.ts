import { freshKey } from '@/ui/freshKey';

/** What was said under which key; without the code that proves who says it. */
export interface Once {
  said: string;
  key: string;
}

/**
 * The key of one thing that a person sends: the same as long as it says the same, so that sending it again after a lost
 * answer does it once; another one when it was changed.
 *
 * @param kept where the key lies, to be kept with a draft: a page that is loaded anew sends the same under the same key
 */
export function useOnceKey(kept: { value: Once | null } = { value: null }): (body: object) => Record<string, string> {
  return (body) => {
    const said = JSON.stringify({ ...body, trackingCode: undefined });
    const once = kept.value?.said === said ? kept.value : { said, key: freshKey() };
    kept.value = once;
    return { 'Idempotency-Key': once.key };
  };
}
