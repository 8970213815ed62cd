import { area } from '.';
import zh from './zh-CN/members';

/** Words of the officers' page of member merchants. */
export const t = area(zh, () => import('./en/members'));
