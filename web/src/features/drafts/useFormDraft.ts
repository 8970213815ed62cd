import { useDraft, type Draft } from './useDraft';

/**
 * The draft of a form that begins as `model` is now: kept as soon as anything differs from that beginning. The form calls
 * `load` when it is opened, `flush` when it is put away and `discard` when what it holds was sent.
 *
 * @param name what the form is for; characters that no key may have become points
 */
export function useFormDraft<T extends object>(name: () => string, model: T): Draft {
  const beginning = JSON.stringify(model);
  return useDraft(
    () => `form:${name().replace(/[^\w.:-]/g, '.')}`,
    model,
    (now) => JSON.stringify(now) === beginning,
  );
}
