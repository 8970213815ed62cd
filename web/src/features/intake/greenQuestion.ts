import { kindsOf, type Draft } from './draft';

/**
 * Which merchant a consent to the green channel is about: name, place and code as they were told. Empty where the channel
 * is not open: together with a report, or before the merchant and its place are known.
 */
export function greenQuestion(draft: Draft): string {
  const name = draft.merchantName.trim();
  return !kindsOf(draft).includes('REPORT') && name !== '' && draft.merchantPlace !== null
    ? JSON.stringify({ name, region: draft.merchantPlace.code, uscc: draft.uscc.trim().toUpperCase() })
    : '';
}
