import { area, type Params } from '.';
import zh from './zh-CN/search';

/** Words of search over cases. */
export const t = area(zh, () => import('./en/search'));

export function word(key: string, fallback: string, params?: Params): string {
  return key in zh ? t(key as keyof typeof zh, params) : fallback;
}
