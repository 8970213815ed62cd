import { t } from '@/i18n/ui';
import { ApiError } from './client';

/** One sentence for a failed call: the server's own words when it sent some. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return t('api.broken');
  }
  if (error.failure === 'offline') {
    return t('api.offline');
  }
  if (error.failure === 'timeout') {
    return t('api.timeout');
  }
  const { problem } = error;
  if (problem === null || error.status >= 500) {
    const number = typeof problem?.instance === 'string' ? ` ${t('api.number', { number: problem.instance })}` : '';
    return t('api.broken') + number;
  }
  return [problem.detail ?? problem.title, (problem.articles ?? []).join('、')].filter((part) => part !== '').join(' ');
}
