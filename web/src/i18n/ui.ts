import { area } from '.';
import zh from './zh-CN/ui';

/** Words of the parts that both entries share. */
export const t = area(zh, () => import('./en/ui'));
