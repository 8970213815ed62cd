import { area } from '.';
import zh from './zh-CN/room';

/** Words of the online room, for the parties and the mediator. */
export const t = area(zh, () => import('./en/room'));

/** A code's own word, or what stands for it. */
export function roomWord(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
