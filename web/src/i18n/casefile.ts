import { area, locale } from '.';
import zh from './zh-CN/casefile';

/** Words of the worklist and the case page. */
export const t = area(zh, () => import('./en/casefile'));

export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}

/** The stage: the server's own word in Chinese, ours in English. */
export function stageWords(stage: string, label = ''): string {
  return locale.value === 'zh-CN' && label !== '' ? label : word(`stage.${stage}`, label === '' ? stage : label);
}

export const kindWords = (kind: string): string => word(`kind.${kind}`, kind);
export const flagWords = (flag: string): string => word(`flag.${flag}`, flag);
