import { area } from '.';
import zh from './zh-CN/green';

/** Words of the talk between consumer and merchant, for both of them and for officers. */
export const t = area(zh, () => import('./en/green'));
