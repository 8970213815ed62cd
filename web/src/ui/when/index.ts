import { t } from '@/i18n/ui';

/**
 * The only place that reads or writes dates. It words what the server sent and reads what a person picked; it never
 * counts a working day. Days are `yyyy-mm-dd`, instants ISO-8601; every instant is shown as of Beijing time.
 */

const beijing = 8 * 60 * 60 * 1000;
const oneDay = 24 * 60 * 60 * 1000;

const weekdays = [
  'when.sunday',
  'when.monday',
  'when.tuesday',
  'when.wednesday',
  'when.thursday',
  'when.friday',
  'when.saturday',
] as const;

interface Parts {
  year: number;
  month: number;
  day: number;
}

/** A `yyyy-mm-dd` day taken apart; null when it is none, 31 April included. */
export function parse(day: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (found === null) {
    return null;
  }
  const parts = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  return date.getUTCMonth() === parts.month - 1 && date.getUTCDate() === parts.day ? parts : null;
}

/** Milliseconds now, for the age of a draft. */
export const now = (): number => Date.now();

/** Hour and minute of the clock now, for "saved at". */
export const clock = (): string => timeOf(new Date(now()).toISOString());

export const days = (count: number): number => count * oneDay;

/** The day in Beijing at this moment. */
export const today = (): string => dayOf(new Date(now()).toISOString());

/** This moment with Beijing's offset, to ask the server by when something would be due. */
export const thisMoment = (): string => `${new Date(now() + beijing).toISOString().slice(0, 19)}+08:00`;

/** The Beijing day of an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + beijing).toISOString().slice(0, 10);
}

/** Hour and minute of an instant in Beijing, `15:00`. */
export function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + beijing).toISOString().slice(11, 16);
}

/** An instant from a day and a time of day in Beijing, with its offset. */
export const instantOf = (day: string, time: string): string => `${day}T${time === '' ? '00:00' : time}:00+08:00`;

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  const parts = parse(day);
  return parts === null ? 0 : new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay();
}

/** 10月13日; with the year only when it is not this year. */
export function dayWords(day: string, asOf: string = today()): string {
  const parts = parse(day);
  if (parts === null) {
    return day;
  }
  return parts.year === parse(asOf)?.year ? t('when.day', { ...parts }) : t('when.dayYear', { ...parts });
}

/** 10月13日（周二）. */
export function dayAndWeekday(day: string, asOf: string = today()): string {
  return t('when.withWeekday', { day: dayWords(day, asOf), weekday: weekdayWords(day) });
}

export const weekdayWords = (day: string): string => t(weekdays[weekdayOf(day)] ?? 'when.sunday');

/** 5月15日（周五）15:00. */
export function instantWords(instant: string, asOf: string = today()): string {
  return `${dayAndWeekday(dayOf(instant), asOf)} ${timeOf(instant)}`;
}

/** An instant as a number, to compare two that are written differently. */
export const millisecondsOf = (instant: string): number => Date.parse(instant);

/** Whether day `a` lies after day `b`; both `yyyy-mm-dd`. */
export const isAfter = (a: string, b: string): boolean => a > b;

/** The same day so many years earlier, to warn of the three years of Article 16. */
export function yearsBefore(day: string, years: number): string {
  const parts = parse(day);
  if (parts === null) {
    return day;
  }
  const month = String(parts.month).padStart(2, '0');
  return `${parts.year - years}-${month}-${String(parts.day).padStart(2, '0')}`;
}

/** The year of a day, e.g. for the calendar that opens first. */
export const yearOf = (day: string): number => parse(day)?.year ?? 0;

/** All days of a month as `yyyy-mm-dd`; months from 1. */
export function daysOfMonth(year: number, month: number): string[] {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  return Array.from({ length: last }, (_, index) => prefix + String(index + 1).padStart(2, '0'));
}

/** The day so many days later; for weeks of a roster, never for a deadline. */
export const daysAfter = (day: string, count: number): string =>
  dayOf(new Date(Date.parse(`${day}T12:00:00+08:00`) + days(count)).toISOString());

/** The Monday of the week in which the day lies. */
export const mondayOf = (day: string): string => daysAfter(day, -((weekdayOf(day) + 6) % 7));

/** Milliseconds from now until a moment; 0 when it is past. */
export function millisecondsUntil(instant: string): number {
  return Math.max(0, new Date(instant).getTime() - Date.now());
}
