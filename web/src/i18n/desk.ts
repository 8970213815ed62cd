import { area } from '.';
import zh from './zh-CN/desk';

/** Words of the desk's frame, of signing in and of what every screen does. */
export const t = area(zh, () => import('./en/desk'));

type Key = keyof typeof zh;

/** The word for a code of the server, or the server's own word when this page does not know the code. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as Key) : fallback;
}

export const roleWords = (role: string): string => word(`role.${role}`, role);
