import { area } from '.';
import zh from './zh-CN/public';

/** Words of the public pages. */
export const t = area(zh, () => import('./en/public'));

export type PublicKey = keyof typeof zh;
