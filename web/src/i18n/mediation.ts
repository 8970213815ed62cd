import { area } from '.';
import zh from './zh-CN/mediation';

/** Words of the mediation file and the diary on the desk. */
export const t = area(zh, () => import('./en/mediation'));

/** A code's own word, or what stands for it. */
export function mediationWord(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
