import { area } from '.';
import zh from './zh-CN/duplicate';

/** Words about likely duplicates. */
export const t = area(zh, () => import('./en/duplicate'));
