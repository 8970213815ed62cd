import { area } from '.';
import zh from './zh-CN/track';

/** Words of the tracking page. */
export const t = area(zh, () => import('./en/track'));
