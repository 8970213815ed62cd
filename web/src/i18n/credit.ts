import { area, type Params } from '.';
import zh from './zh-CN/credit';

/** Words of credit grades, graded supervision and talks. */
export const t = area(zh, () => import('./en/credit'));

/** A code's own word, or what stands for it. */
export function word(key: string, fallback: string, params?: Params): string {
  return key in zh ? t(key as keyof typeof zh, params) : fallback;
}
