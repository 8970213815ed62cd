import { area } from '.';
import zh from './zh-CN/region';

/** Words of the chooser of divisions, shared by the wizard and the law page. */
export const t = area(zh, () => import('./en/region'));
