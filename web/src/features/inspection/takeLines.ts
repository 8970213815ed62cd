import { t } from '@/i18n/inspection';
import type { Line } from './PlainForm.vue';

/** What is written down when a sample is taken; officers are chosen beside. */
export const takeLines = (): Line[] => [
  { name: 'product', label: t('take.product'), required: true },
  { name: 'batch', label: t('take.batch'), required: true },
  { name: 'producer', label: t('take.producer') },
  { name: 'merchant', label: t('take.merchant'), required: true },
  { name: 'merchantCode', label: t('take.merchantCode') },
  { name: 'food', label: t('take.food'), type: 'yes' },
  { name: 'quantity', label: t('take.quantity'), required: true },
  { name: 'sealNo', label: t('take.sealNo'), required: true },
  { name: 'place', label: t('take.place'), required: true },
  { name: 'takenAt', label: t('take.takenAt'), type: 'datetime-local' },
];
