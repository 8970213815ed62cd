import { area } from '.';
import zh from './zh-CN/rapid';

/** Words of fast reaction: the board, the roster, the telephone page. */
export const t = area(zh, () => import('./en/rapid'));

/** A code's own word, or what stands for it. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
