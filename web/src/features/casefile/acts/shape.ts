import { t } from '@/i18n/casefile';
import { word as codeWord } from '@/i18n/codes';
import { demandCodes } from '@/features/intake/draft';
import type { ActField, ActSpec, FieldOption, Party } from '../types';
import { isBlank, type Values } from './values';

/** How a field of the catalogue is drawn: by its type, and by its name where a name says more than the type. */
export type Shape = ActField['type'] | 'LINE' | 'DUTY' | 'PARTIES' | 'PAPERS';

/** Texts of more than a line. Other texts are numbers of papers, names and the like. */
const long = [
  'content',
  'dispute',
  'text',
  'facts',
  'reason',
  'record',
  'terms',
  'statement',
  'note',
  'excuse',
  'wish',
  'saidComplainant',
  'saidRespondent',
  'remark',
  'newFacts',
  'proposal',
  'question',
  'object',
  'scope',
  'invited',
  'proposed',
  'report',
  'adopted',
  'copyNote',
];
const partyLists = ['parties', 'agreed', 'representatives'];

/** Who may join, agree, represent or act for somebody: whoever is complained about is none of them. */
export const beside = (parties: Party[]): Party[] => parties.filter(({ role }) => role !== 'RESPONDENT');

export function shapeOf(field: ActField): Shape {
  if (field.type === 'TEXT') {
    return field.name === 'dutyId' ? 'DUTY' : long.includes(field.name) ? 'TEXT' : 'LINE';
  }
  if (field.type === 'FILES' && field.name === 'papers') {
    return 'PAPERS';
  }
  return field.type === 'LIST' && partyLists.includes(field.name) ? 'PARTIES' : field.type;
}

/** The catalogue's options; demands are the same everywhere, so it sends none for them. */
export function optionsOf(field: ActField): FieldOption[] {
  const own = field.options ?? [];
  return own.length === 0 && field.name === 'demands'
    ? demandCodes.map((code) => ({ code, label: codeWord(`demand.${code}`, code) }))
    : own;
}

/** A chosen duty says by itself which form it is and to whom. */
export function shownFields(spec: ActSpec, values: Values): ActField[] {
  const byDuty = !isBlank(values['dutyId']);
  return spec.fields.filter((field) => !(byDuty && ['form', 'to'].includes(field.name)));
}

/** What every act may carry beside its own fields: an earlier day with its paper, a note. */
export function extraFields(spec: ActSpec): ActField[] {
  const extras: ActField[] = [
    { name: 'occurredOn', label: t('extra.occurredOn'), type: 'DATE', required: false, hint: t('extra.occurredHint') },
    { name: 'paperNo', label: t('extra.paperNo'), type: 'TEXT', required: false },
    { name: 'note', label: t('extra.note'), type: 'TEXT', required: false },
  ];
  return extras.filter((extra) => !spec.fields.some((field) => field.name === extra.name));
}
