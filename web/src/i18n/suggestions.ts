import { area, type Params } from '.';
import zh from './zh-CN/suggestions';

/** Words of what is proposed on a case and of how often it was right. */
export const t = area(zh, () => import('./en/suggestions'));

export function word(key: string, fallback: string, params?: Params): string {
  return key in zh ? t(key as keyof typeof zh, params) : fallback;
}
