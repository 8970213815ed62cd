import { area } from '.';
import zh from './zh-CN/codes';

/** Words of the codes that several screens of the desk share: demands, kinds of merchant, answers of yes and no. */
export const t = area(zh, () => import('./en/codes'));

export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}

/** The codes of one of the class tables, in the table's order. */
export function classesOf(table: 'goodsClass' | 'problemClass'): string[] {
  const prefix = `${table}.`;
  return Object.keys(zh)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
