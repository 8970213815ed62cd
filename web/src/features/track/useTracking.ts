import { shallowRef } from 'vue';
import { ApiError, call } from '@/api/client';
import type { Progress } from '@/api/types';
import { wordsOf } from '@/api/words';
import { t } from '@/i18n/track';
import { thisMoment } from '@/ui/when';
import { codeDigits } from './trackingCode';

/** A submission that was looked up; the code stays in memory, never in the address or in storage. */
export interface Found {
  no: string;
  code: string;
  progress: Progress;
  /** When it was seen, for the case that the next look fails. */
  seenAt: string;
  stale: boolean;
}

export function useTracking() {
  const found = shallowRef<Found | null>(null);
  const trouble = shallowRef<string | null>(null);
  const looking = shallowRef(false);

  async function look(no: string, typedCode: string): Promise<void> {
    const code = codeDigits(typedCode);
    looking.value = true;
    trouble.value = null;
    try {
      const progress = await call<Progress>('GET', `/submissions/${encodeURIComponent(no)}`, {
        headers: { 'X-Tracking-Code': code },
      });
      found.value = { no, code, progress, seenAt: thisMoment(), stale: false };
    } catch (error) {
      failed(error);
    } finally {
      looking.value = false;
    }
  }

  function failed(error: unknown): void {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    trouble.value = lookTrouble(error);
    if (found.value !== null) {
      found.value = { ...found.value, stale: true };
    }
  }

  const again = async (): Promise<void> => {
    if (found.value !== null) {
      await look(found.value.no, found.value.code);
    }
  };

  function leave(): void {
    found.value = null;
    trouble.value = null;
  }

  return { found, trouble, looking, look, again, leave };
}

/** A wrong pair and an unknown number are one sentence, or numbers could be tried out. */
function lookTrouble(error: ApiError): string {
  if (error.status === 429) {
    return error.retryAfter === null
      ? t('track.waitSoon')
      : t('track.wait', { n: Math.max(1, Math.ceil(error.retryAfter / 60)) });
  }
  if (![401, 403, 404, 422].includes(error.status)) {
    return wordsOf(error);
  }
  const { problem } = error;
  return problem?.type.endsWith(':wrong-code') === true ? (problem.detail ?? t('track.wrong')) : t('track.wrong');
}
