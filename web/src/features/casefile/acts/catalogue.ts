/** The catalogue of acts: names, what follows, and the fields of each form. Fetched once for the page. */
import { shallowRef } from 'vue';
import { get } from '@/desk/http';
import type { ActSpec } from '../types';

const specs = shallowRef<ActSpec[]>([]);
let fetching: Promise<void> | null = null;

export async function learnActs(): Promise<void> {
  fetching ??= get<{ items: ActSpec[] }>('/acts').then((answer) => {
    specs.value = answer.items;
  });
  try {
    await fetching;
  } catch (error) {
    fetching = null;
    throw error;
  }
}

/** Every act that the catalogue has for a kind of case and one of these roles, each once. */
export function actsFor(kind: string, roles: readonly string[]): string[] {
  const fit = specs.value.filter((spec) => spec.kinds.includes(kind) && (spec.roles ?? []).some((role) => roles.includes(role)));
  return [...new Set(fit.map((spec) => spec.act))];
}

/** What the catalogue says of an act for a kind of case; several rules may serve one act. */
export function specOf(act: string, kind: string): ActSpec | null {
  const same = specs.value.filter((spec) => spec.act === act);
  return same.find((spec) => spec.kinds.includes(kind)) ?? same[0] ?? null;
}

export function labelOf(act: string, kind: string): string {
  return specOf(act, kind)?.label ?? act;
}

/**
 * What a code is called in the options of an act: those of the field of this name first, because the same code may mean
 * other things in other fields (PHONE is a way to tell and a thing to supply). Null when no option has it.
 */
export function optionLabel(code: string, act: string, field: string): string | null {
  const own = specs.value.filter((spec) => spec.act === act).flatMap((spec) => spec.fields);
  const others = specs.value.flatMap((spec) => spec.fields).filter((one) => one.name === field);
  const places = [...own.filter((one) => one.name === field), ...own, ...others];
  for (const place of places) {
    const option = place.options?.find((one) => one.code === code);
    if (option !== undefined) {
      return option.label;
    }
  }
  return null;
}

/** What the form of an act calls a field, and its place in that form; null when no rule of the act has it. */
export function fieldOf(act: string, name: string): { label: string; at: number } | null {
  const fields = specs.value.filter((spec) => spec.act === act).flatMap((spec) => spec.fields);
  const at = fields.findIndex((field) => field.name === name);
  const found = fields[at];
  return found === undefined ? null : { label: found.label, at };
}

/** The acts that carry a case forward, before those that are rarely wanted; the first is the main one. */
const forward = [
  'confirm-receipt',
  'accept',
  'record-consent',
  'clear-for-respondent',
  'schedule-mediation',
  'hold-mediation',
  'settle',
  'verify',
  'record-finding',
  'file',
  'notify-penalty',
  'decide-case',
  'serve-paper',
  'record-defence',
  'record-hearing',
  'review-case',
  'discuss-case',
  'record-site',
  'record-questioning',
  'list-evidence',
  'answer',
  'escalate',
  'sign-letter',
  'close-case',
  'refuse',
  'decline-filing',
  'terminate-mediation',
  'receive-appraisal-result',
  'resume',
  'request-material',
  'record-notice',
  'extend',
  'refer',
  'distribute',
  'return',
  'assign',
  'record-performance',
  'tell-reporter',
  'archive',
];

/** The same acts in the order in which one wants them. */
export function ranked(acts: readonly string[]): string[] {
  const rank = (act: string): number => (forward.includes(act) ? forward.indexOf(act) : forward.length);
  return [...acts].sort((a, b) => rank(a) - rank(b));
}

/** An act that needs no answer can be confirmed in one line, in the row itself. */
export function oneLine(spec: ActSpec | null): boolean {
  return spec !== null && spec.fields.every((field) => !field.required);
}

/** The letter of an act while a list has the focus. J, K, F and X belong to the list. */
const letters: Record<string, string> = {
  accept: 'A',
  refuse: 'R',
  'request-material': 'M',
  distribute: 'T',
  return: 'B',
  assign: 'G',
  verify: 'V',
  'schedule-mediation': 'S',
  'hold-mediation': 'H',
  settle: 'Y',
  'terminate-mediation': 'E',
  file: 'L',
  'decline-filing': 'D',
  answer: 'W',
  'confirm-receipt': 'Q',
  'record-notice': 'N',
  archive: 'Z',
};

export function letterOf(act: string): string | null {
  return letters[act] ?? null;
}

/** The act of the row that a pressed letter means. */
export function actOfLetter(letter: string, available: readonly string[]): string | null {
  return available.find((act) => letters[act] === letter.toUpperCase()) ?? null;
}

/** Puts a catalogue in place without asking the server: one that was taken along, or a test's. */
export function pretendActs(items: ActSpec[]): void {
  specs.value = items;
  fetching = Promise.resolve();
}
