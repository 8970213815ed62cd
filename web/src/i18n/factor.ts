import { area } from '.';
import zh from './zh-CN/factor';

/** Words of the second factor, for the desk and the merchant's desk. */
export const t = area(zh, () => import('./en/factor'));
