import { area } from '.';
import zh from './zh-CN/inspection';

/** Words of the quality chain. */
export const t = area(zh, () => import('./en/inspection'));
