import { area } from '.';
import zh from './zh-CN/merchant';

/** Words of the merchant's desk. */
export const t = area(zh, () => import('./en/merchant'));
