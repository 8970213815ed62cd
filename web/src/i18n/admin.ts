import { area } from '.';
import zh from './zh-CN/admin';

/** Words of the administrators' rooms. */
export const t = area(zh, () => import('./en/admin'));

export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
