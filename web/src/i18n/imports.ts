import { area } from '.';
import zh from './zh-CN/imports';

/** Words of bulk import. */
export const t = area(zh, () => import('./en/imports'));

export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
