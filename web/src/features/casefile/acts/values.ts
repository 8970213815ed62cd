import type { AttachmentRef, FieldError } from '@/api/types';
import { t } from '@/i18n/casefile';
import { instantOf, parse } from '@/ui/when';
import type { ActField, FieldType } from '../types';

/** What a form holds while it is being filled in; codes and ids as text, days `yyyy-mm-dd`. */
export type Values = Record<string, unknown>;

export interface Approval {
  by: string;
  on: string;
  paperNo: string;
}

export interface Notice {
  channel: string;
  at: string;
  proof: string;
}

/** Somebody who joins the case, as he is written down. */
export interface PersonData {
  name: string;
  phone: string;
  address: string;
  idNumber: string;
  email: string;
}

export const nobody = (): PersonData => ({ name: '', phone: '', address: '', idNumber: '', email: '' });

/** One point of an agreement while it is written. */
export interface ItemDraft {
  what: string;
  who: string;
  amount: string;
  by: string;
}

/** A checklist while it is walked through: the trade's list, and an answer to each point looked at. */
export interface ChecklistDraft {
  list: string;
  items: ChecklistAnswer[];
}

export interface ChecklistAnswer {
  code: string;
  result: string;
  remark: string;
}

export const noChecklist = (): ChecklistDraft => ({ list: '', items: [] });
export const noItem = (): ItemDraft => ({ what: '', who: 'RESPONDENT', amount: '', by: '' });
export const noApproval = (): Approval => ({ by: '', on: '', paperNo: '' });
export const noNotice = (): Notice => ({ channel: '', at: '', proof: '' });

export function blankOf(type: FieldType): unknown {
  switch (type) {
    case 'CODES':
    case 'OFFICERS':
    case 'ITEMS':
    case 'UPLOADS':
    case 'FILES':
      return [];
    case 'LIST':
      return [''];
    case 'APPROVAL':
      return noApproval();
    case 'NOTICE':
      return noNotice();
    case 'PERSON':
      return nobody();
    case 'CHECKLIST':
      return noChecklist();
    default:
      return '';
  }
}

export function blankValues(fields: readonly ActField[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, blankOf(field.type)]));
}

export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) {
    return true;
  }
  if (typeof value === 'string') {
    return value.trim() === '';
  }
  if (Array.isArray(value)) {
    return value.every(isBlank);
  }
  return typeof value === 'object' ? Object.values(value).every(isBlank) : false;
}

/** What a rule proposed goes along with a choice and is none itself. */
const CARRIED = 'byRule';

export const allBlank = (values: Values): boolean =>
  Object.entries(values).every(([name, value]) => name === CARRIED || isBlank(value));

/** What a draft may hold: everything but people's names, telephones and ID numbers, and what the program proposed. */
export function keptOf(fields: readonly ActField[], values: Values): Values {
  const people = fields.filter((field) => field.type === 'PERSON' || field.type === 'PROPOSAL').map((field) => field.name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !people.includes(name)));
}

/** What a person can see to be wrong before the server is asked. */
export function faultsOf(fields: readonly ActField[], values: Values): FieldError[] {
  return fields.flatMap((field) => {
    const value = values[field.name];
    if (isBlank(value)) {
      return field.required
        ? [{ field: field.name, code: 'required', message: t('form.missing', { label: field.label }) }]
        : [];
    }
    const message = faultOf(field.type, value);
    return message === null ? [] : [{ field: field.name, code: 'format', message }];
  });
}

/** Of these at least one must say something: an act that ends a case for good is not done by an empty form. */
const together: Record<string, { fields: readonly string[]; at: string }> = {
  settle: { fields: ['items', 'terms', 'statement'], at: 'terms' },
};

export function emptyEnding(act: string, values: Values): FieldError[] {
  const rule = together[act];
  return rule === undefined || rule.fields.some((name) => !isBlank(values[name]))
    ? []
    : [{ field: rule.at, code: 'required', message: t('form.agreement') }];
}

function faultOf(type: FieldType, value: unknown): string | null {
  switch (type) {
    case 'AMOUNT':
      return /^\d{1,12}(\.\d{1,2})?$/.test(String(value).trim()) ? null : t('form.badAmount');
    case 'INTEGER':
      return /^-?\d{1,9}$/.test(String(value).trim()) ? null : t('form.badInteger');
    case 'DATE':
      return parse(String(value)) === null ? t('form.badDate') : null;
    case 'DATETIME':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(String(value)) ? null : t('form.badDate');
    default:
      return null;
  }
}

/** The body of the act: only what was answered, in the contract's forms. */
export function bodyOf(fields: readonly ActField[], values: Values): Values {
  const body: Values = {};
  for (const field of fields) {
    const value = values[field.name];
    if (!isBlank(value)) {
      body[field.name] = sent(field.type, value);
    }
  }
  return body;
}

function sent(type: FieldType, value: unknown): unknown {
  switch (type) {
    case 'DATETIME':
      return instantFrom(String(value));
    case 'INTEGER':
      return Number(value);
    case 'AMOUNT':
      return Number(value).toFixed(2);
    case 'BOOLEAN':
      return value === true || value === 'true';
    case 'LIST':
      return (value as string[]).map((line) => line.trim()).filter((line) => line !== '');
    case 'ITEMS':
      return (value as ItemDraft[]).filter((one) => !isBlank({ ...one, who: '' })).map((one) => answered({ ...one }));
    case 'UPLOADS':
      return (value as AttachmentRef[]).map((one) => one.attachmentId);
    case 'CHECKLIST':
      return { list: (value as ChecklistDraft).list, items: (value as ChecklistDraft).items.filter((one) => one.result !== '').map((one) => answered({ ...one })) };
    case 'APPROVAL':
    case 'PERSON':
      return answered(value as Record<string, string>);
    case 'NOTICE':
      return notice(value as Notice);
    default:
      return typeof value === 'string' ? value.trim() : value;
  }
}

function notice(value: Notice): Record<string, string> {
  const body = answered({ ...value });
  return body['at'] === undefined ? body : { ...body, at: instantFrom(body['at']) };
}

function answered(value: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text.trim() !== ''));
}

/** `2026-05-06T09:30`, as the control gives it, is Beijing time. */
function instantFrom(local: string): string {
  return local.length === 16 ? instantOf(local.slice(0, 10), local.slice(11)) : local;
}

/** One line for each answer, as the person wrote it, for the sheet that compares. */
export function linesOf(fields: readonly ActField[], values: Values): { label: string; text: string }[] {
  return fields
    .filter((field) => !isBlank(values[field.name]))
    .map((field) => ({ label: field.label, text: textOf(field, values[field.name]) }));
}

function textOf(field: ActField, value: unknown): string {
  if (field.type === 'FILES') {
    return String((value as string[]).length);
  }
  if (field.type === 'ITEMS') {
    return (value as ItemDraft[]).map((one) => [one.what, one.amount, one.by].filter((part) => part !== '').join(' ')).join(' / ');
  }
  if (field.type === 'CHECKLIST') {
    return (value as ChecklistDraft).items.map((one) => [one.code, one.result, one.remark].filter((part) => part !== '').join(' ')).join(' / ');
  }
  if (field.type === 'UPLOADS') {
    return (value as AttachmentRef[]).map((one) => one.fileName).join(', ');
  }
  if (Array.isArray(value)) {
    return value.map((one) => codeText(field, String(one))).join('、');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value as Record<string, string>).filter((text) => text !== '').join(' ');
  }
  return codeText(field, String(value));
}

function codeText(field: ActField, code: string): string {
  return field.options?.find((option) => option.code === code)?.label ?? code;
}
