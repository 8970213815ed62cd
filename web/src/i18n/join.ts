import { area } from '.';
import zh from './zh-CN/join';

/** Words of the way into the online room, for the tracking page and the merchant's desk. */
export const t = area(zh, () => import('./en/join'));
