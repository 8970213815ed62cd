import type { Talk } from '@/features/greenchannel/types';
import { t } from './green';
import zh from './zh-CN/green';

export { t };

/** The word for a code of what is wanted, or the code itself when this page does not know it. */
export function demandWords(code: string): string {
  const key = `green.demand.${code}`;
  return key in zh ? t(key as keyof typeof zh) : code;
}

/** How it stands, and of what was passed on why. */
export function stateWords(one: Pick<Talk, 'state' | 'endedBy'>): string {
  const state = t(`green.state.${one.state}`);
  return one.endedBy === null ? state : t('green.stateBy', { state, why: t(`green.by.${one.endedBy}`) });
}
