import { area } from '.';
import zh from './zh-CN/staffing';

/** Words of staffing: absences, substitutes, handing over. */
export const t = area(zh, () => import('./en/staffing'));

export const kinds = ['ANNUAL', 'SICK', 'MISSION', 'TRAINING', 'OTHER'] as const;

/** A code's own word, or the code. */
export function word(key: string, fallback: string): string {
  return key in zh ? t(key as keyof typeof zh) : fallback;
}

export const kindWords = (kind: string): string => word(`kind.${kind}`, kind);

export const stateWords = (state: string): string => word(`state.${state}`, state);
