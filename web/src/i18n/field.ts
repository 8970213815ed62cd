import { area } from '.';
import zh from './zh-CN/field';

/** Words of field mode: cases taken along to where there is no network. */
export const t = area(zh, () => import('./en/field'));

/** A code's own word, or what stands for it. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
