import { area } from '.';
import zh from './zh-CN/worklist';

/** Words of work on many cases: saved views, acts on many, exports. */
export const t = area(zh, () => import('./en/worklist'));

/** A code's own word, or what stands for it. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
