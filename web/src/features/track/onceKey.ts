import { freshKey } from '@/ui/freshKey';

/**
 * The key of one thing that a person sends: the same as long as it says the same, so that sending it again after a lost
 * answer does it once; another one when it was changed.
 */
export function useOnceKey(): (body: unknown) => Record<string, string> {
  let said = '';
  let key = '';
  return (body) => {
    const now = JSON.stringify(body);
    if (now !== said) {
      said = now;
      key = freshKey();
    }
    return { 'Idempotency-Key': key };
  };
}
