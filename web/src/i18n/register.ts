import { area } from '.';
import zh from './zh-CN/register';

/** Words of the registration desk. */
export const t = area(zh, () => import('./en/register'));

export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}
