import { shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { ApiError } from '@/api/client';
import { wordsOf } from '@/api/words';
import { t } from '@/i18n/submit';
import { rememberOwn } from '@/features/duplicate/own';
import { fieldAt, type FieldId } from './fields';
import { receiptStore } from './receipt';
import { submissionOf } from './request';
import { mayHaveArrived, send, type Pending } from './send';
import { tabStore } from './tabStore';
import type { Wizard } from './useWizard';

/** Sends what the wizard holds; whatever happens, nothing that was typed is lost. */
export function useSubmit(wizard: Wizard) {
  const router = useRouter();
  const pending = tabStore<Pending>('fangxin.pending');
  const sending = shallowRef(false);
  const trouble = shallowRef<string | null>(null);
  /** True after a try whose outcome is unknown: the button then says that going on repeats nothing. */
  const unsure = shallowRef(false);

  async function submit(): Promise<void> {
    if (sending.value) {
      return;
    }
    sending.value = true;
    trouble.value = null;
    try {
      const body = submissionOf(wizard.draft, wizard.identity);
      const sent = await send(body, pending, ({ content }) => t('send.rewritten', { content }));
      unsure.value = false;
      receiptStore.write(sent);
      rememberOwn(sent.answer);
      await wizard.forget();
      await router.replace('/submitted');
    } catch (error) {
      failed(error);
    } finally {
      sending.value = false;
    }
  }

  function failed(error: unknown): void {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    unsure.value = mayHaveArrived(error);
    const errors = error.status === 422 ? fieldErrors(error) : {};
    if (Object.keys(errors).length > 0) {
      wizard.errors.value = errors;
      return;
    }
    trouble.value = troubleWords(error);
  }

  return { submit, sending, trouble, unsure };
}

/** The server's words for each field, where the wizard has one; none when a fault belongs to no field here. */
function fieldErrors(error: ApiError): Partial<Record<FieldId, string>> {
  const errors: Partial<Record<FieldId, string>> = {};
  for (const { field, message } of error.problem?.errors ?? []) {
    const id = fieldAt(field);
    if (id === null) {
      return {};
    }
    errors[id] = message;
  }
  return errors;
}

function troubleWords(error: ApiError): string {
  if (error.failure === 'offline') {
    return t('send.offline');
  }
  if (error.failure === 'timeout') {
    return t('send.timeout');
  }
  if (error.status === 429) {
    return t('send.busy', { wait: waitWords(error.retryAfter) });
  }
  if (error.status === 413) {
    return t('send.tooBig');
  }
  if (error.status >= 500) {
    const number = error.problem?.instance;
    return t('send.broken') + (number === undefined ? '' : ` ${number}`);
  }
  return `${wordsOf(error)} ${t('errors.kept')}`;
}

function waitWords(seconds: number | null): string {
  if (seconds === null) {
    return t('send.busySoon');
  }
  return seconds >= 60 ? t('send.minutes', { n: Math.ceil(seconds / 60) }) : t('send.seconds', { n: Math.max(1, seconds) });
}
