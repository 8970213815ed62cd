import { area, type Params } from '.';
import zh from './zh-CN/knowledge';

/** Words of the knowledge base. */
export const t = area(zh, () => import('./en/knowledge'));

export function word(key: string, fallback: string, params?: Params): string {
  return key in zh ? t(key as keyof typeof zh, params) : fallback;
}
