import { area } from '.';
import zh from './zh-CN/enforcement';

/** Words of the rewards' page. */
export const t = area(zh, () => import('./en/enforcement'));
