import { area } from '.';
import zh from './zh-CN/penalty';

/** Words of penalty files. */
export const t = area(zh, () => import('./en/penalty'));

/** A code's own word, or what stands for it. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
