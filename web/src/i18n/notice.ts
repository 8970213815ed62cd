import { area } from '.';
import zh from './zh-CN/notice';

/** Words of notices: the desk's list, the case's tab, the inbox, the wording page. */
export const t = area(zh, () => import('./en/notice'));

type Key = keyof typeof zh;

/** The word for a code of the server, or the server's own when this page does not know it. */
export function word(key: string, fallback: string, params?: Record<string, string>): string {
  return key in zh ? t(key as Key, params) : fallback;
}
