import { area } from '.';
import zh from './zh-CN/registry';

/** Words of the registry of market entities, in the desk. */
export const t = area(zh, () => import('./en/registry'));
