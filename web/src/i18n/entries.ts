import { area } from '.';
import zh from './zh-CN/entries';

/** Words of the journal's entries and of the facts in them. */
export const t = area(zh, () => import('./en/entries'));

function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}

export const entryWords = (type: string, label: string): string => word(`entry.${type}`, label);

/** Whose words a text of an entry is; empty where the entry says so itself. */
export const textWords = (name: string): string => word(`text.${name}`, '');

/** Empty for a fact that has no place on the screen: ids and the like. */
export const factWords = (name: string): string => word(`fact.${name}`, '');
