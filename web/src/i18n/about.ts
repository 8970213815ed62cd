import { area } from '.';
import zh from './zh-CN/about';

/** Words of the help, privacy and accessibility pages. */
export const t = area(zh, () => import('./en/about'));

export type AboutKey = keyof typeof zh;
