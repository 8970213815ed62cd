import { area } from '.';
import zh from './zh-CN/document';

/** Words of the official papers. */
export const t = area(zh, () => import('./en/document'));
