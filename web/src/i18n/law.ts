import { area } from '.';
import zh from './zh-CN/law';

/** Words of the law page. */
export const t = area(zh, () => import('./en/law'));
