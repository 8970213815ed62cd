import { area } from '.';
import zh from './zh-CN/retention';

/** Words of terms of keeping, holds and disposal lists. */
export const t = area(zh, () => import('./en/retention'));

/** Where a list stands; an unknown code as the program names it. */
export const stateWords = (state: string, fallback: string): string => (`state.${state}` in zh ? t(`state.${state}` as keyof typeof zh) : fallback);

/** What stands against a disposal. */
export const barWords = (bar: string, fallback: string): string => (`bar.${bar}` in zh ? t(`bar.${bar}` as keyof typeof zh) : fallback);
