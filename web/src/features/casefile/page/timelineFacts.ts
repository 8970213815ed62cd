import { t, word } from '@/i18n/casefile';
import { word as codeWord } from '@/i18n/codes';
import { factWords, t as ruleWords, textWords } from '@/i18n/entries';
import { yuan } from '@/ui/money';
import { dayAndWeekday, instantWords } from '@/ui/when';
import { fieldOf, optionLabel } from '../acts/catalogue';
import type { TimelineEntry } from '../types';
import { agencyName, isAgency, isPerson, personName } from './names';

/** In these a code is a party, whatever it is called among the grounds of the same act. */
const partyFacts = ['to', 'party'];
const agencyFacts = ['agency', 'from', 'to', 'holder', 'superior', 'suggested', 'by', 'agencies', 'office'];
const moneyFacts = ['amount', 'fine'];

export interface Fact {
  name: string;
  text: string;
}

/** What the entry holds, in words: only facts that have a place on the screen; those inside a fact follow it. */
export function factsOf(entry: TimelineEntry): Fact[] {
  const points = pointsOf(entry);
  const { items: _points, ...rest } = entry.facts;
  const facts = inside(points.length === 0 ? classInWords(entry.facts) : rest, entry.act ?? '');
  return [...facts, ...points.map((point) => ({ name: factWords('items'), text: pointWords(entry, point) }))];
}

/** A class that was corrected is stored by its code. */
function classInWords(facts: Record<string, unknown>): Record<string, unknown> {
  const table = { GOODS: 'goodsClass', PROBLEM: 'problemClass' }[String(facts['field'])];
  const value = String(facts['value']);
  return table === undefined ? facts : { ...facts, value: codeWord(`${table}.${value}`, value) };
}

function inside(facts: Record<string, unknown>, act: string): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return inside(value as Record<string, unknown>, act);
    }
    const text = valueWords(act, name, value);
    const found = { name: factWords(name === 'from' && isInstant(value) ? 'fromInstant' : name), text };
    return found.name === '' || found.text === '' ? [] : [found];
  });
}

const isInstant = (value: unknown): boolean => /^\d{4}-\d{2}-\d{2}T/.test(String(value));

function valueWords(act: string, name: string, value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((one: unknown) => valueWords(act, name, one)).filter((one) => one !== '').join('、');
  }
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'object') {
    return inside(value as Record<string, unknown>, act).map((one) => one.text).join(' ');
  }
  return codeWords(act, name, String(value));
}

/** Days and times in our form, ids as names, codes by the act's own options, then by our words. */
function codeWords(act: string, name: string, text: string): string {
  if (moneyFacts.includes(name)) {
    return t('timeline.yuan', { amount: yuan(text) });
  }
  if (name === 'code') {
    return optionLabel(text, act, name) ?? '';
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return dayAndWeekday(text);
  }
  if (isInstant(text)) {
    return instantWords(text);
  }
  if (name === 'assignmentRule') {
    const [agency = '', no = ''] = text.split('/');
    return no === '0' ? ruleWords('ruleShipped') : ruleWords('ruleVersion', { agency: agencyName(agency), no });
  }
  if (isPerson(text)) {
    return personName(text);
  }
  if (isAgency(text) && agencyFacts.includes(name)) {
    return agencyName(text);
  }
  const party = word(`party.${text}`, '');
  if (party !== '' && partyFacts.includes(name)) {
    return party;
  }
  const own = [
    word(`value.${text}`, ''),
    word(`channel.${text}`, ''),
    party,
    codeWord(`demand.${text}`, ''),
    word(`notice.${text}`, ''),
    word(`kind.${text}`, ''),
  ];
  return optionLabel(text, act, name) ?? own.find((one) => one !== '') ?? text;
}

/**
 * Free words of the entry with whose they are, without those that a fact says already. One text speaks for itself; several
 * stand in the order of the act's form, each under the name that the form has for it.
 */
export function textsOf(entry: TimelineEntry): Fact[] {
  const said = new Set(factsOf(entry).map((fact) => fact.text));
  const items = pointsOf(entry).map(({ id }) => `items.${String(id)}`);
  const texts = Object.entries(entry.texts)
    .filter(([name, text]) => !said.has(text) && !items.includes(name))
    .map(([name, text]) => ({ name: textWords(name), text, field: fieldOf(entry.act ?? '', name) }));
  if (texts.filter(({ name }) => name === '').length > 1) {
    texts.sort((one, other) => (one.field?.at ?? texts.length) - (other.field?.at ?? texts.length));
    return texts.map(({ name, text, field }) => ({ name: name === '' ? (field?.label ?? '') : name, text }));
  }
  return texts.map(({ name, text }) => ({ name, text }));
}

/** The points of an agreement: what was agreed stands among the words, who and until when among the facts. */
function pointsOf(entry: TimelineEntry): Record<string, unknown>[] {
  const items = entry.facts['items'];
  const points = Array.isArray(items) ? (items as unknown[]) : [];
  return points.filter(
    (one): one is Record<string, unknown> =>
      typeof one === 'object' && one !== null && 'id' in one && `items.${String((one as { id: unknown }).id)}` in entry.texts,
  );
}

function pointWords(entry: TimelineEntry, point: Record<string, unknown>): string {
  const rest = inside(point, entry.act ?? '').map((one) => one.text);
  return [entry.texts[`items.${String(point['id'])}`] ?? '', ...rest].join(t('timeline.comma'));
}
