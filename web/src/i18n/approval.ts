import { area } from '.';
import zh from './zh-CN/approval';

/** Words of approval sheets. */
export const t = area(zh, () => import('./en/approval'));
