import { area } from '.';
import zh from './zh-CN/submit';

/** Words of the submit wizard and its receipt. */
export const t = area(zh, () => import('./en/submit'));

export type SubmitKey = keyof typeof zh;
