/** A call that failed where no form or list shows it: said in a bar under the header until it is closed. */
import { shallowRef } from 'vue';
import { ApiError } from '@/api/client';
import { wordsOf } from '@/api/words';
import { announce } from '@/ui/announcer';

export const trouble = shallowRef('');

/** True when the error was one of ours to tell; anything else is a fault of the program and stays an error. */
export function tell(error: unknown): boolean {
  if (!(error instanceof ApiError)) {
    return false;
  }
  trouble.value = wordsOf(error);
  announce(trouble.value, 'assertive');
  return true;
}
