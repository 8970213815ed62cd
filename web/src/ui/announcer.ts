import { readonly, shallowRef } from 'vue';

const politeText = shallowRef('');
const assertiveText = shallowRef('');

/** What the two live regions of the shell say at the moment. */
export const said = { polite: readonly(politeText), assertive: readonly(assertiveText) };

/** Says a sentence to screen readers: politely, or at once for what stops the work. */
export function announce(text: string, how: 'polite' | 'assertive' = 'polite'): void {
  const region = how === 'polite' ? politeText : assertiveText;
  // The same sentence twice is silence to a screen reader; a trailing no-break space makes it another one.
  region.value = region.value === text ? `${text}\u00a0` : text;
}
