import { area } from '.';
import zh from './zh-CN/reporter';

/** Words of the reporters' vault: the tab of a report and the keeper's desk. */
export const t = area(zh, () => import('./en/reporter'));
