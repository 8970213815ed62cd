import { area } from '.';
import zh from './zh-CN/abuse';

/** Words about the factors of Article 17. */
export const t = area(zh, () => import('./en/abuse'));
