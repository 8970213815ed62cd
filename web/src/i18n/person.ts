import { area } from '.';
import zh from './zh-CN/person';

/** Words of the one view of a person. */
export const t = area(zh, () => import('./en/person'));

export const purposes = ['HANDLING', 'ANSWERING', 'REPEATED', 'SUPERVISION'] as const;

export const purposeWords = (purpose: (typeof purposes)[number]): string => t(`purpose.${purpose}`);
