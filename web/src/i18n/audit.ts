import { area } from '.';
import zh from './zh-CN/audit';

const t = area(zh, () => import('./en/audit'));

/** What an act of the audit log is called; an act of a newer server has the server's word. */
export const actionWords = (action: string, label: string): string => {
  const key = `action.${action}`;
  return key in zh ? t(key as keyof typeof zh) : label;
};
