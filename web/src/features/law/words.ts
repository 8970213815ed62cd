import type { LawRule } from '@/api/types';
import { t } from '@/i18n/law';

/** The length of a rule: 7 个工作日. */
export const lengthWords = ({ length, unit }: LawRule): string =>
  length === 0 && unit !== 'PROMPTLY' ? t('unit.SET') : t(`unit.${unit}`, { n: length });
