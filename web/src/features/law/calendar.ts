/** The working calendar for its administrator. Which days work is the server's word; nothing is worked out here. */
import { get, post, put } from '@/desk/http';
import type { CalendarDay } from '@/api/types';

export type YearDay = CalendarDay;

export interface Year {
  year: number;
  official: boolean;
  source: string | null;
  days: YearDay[];
  warning?: string | null;
}

export interface Imported {
  year: number;
  days: number;
  warnings: string[];
}

export const readYear = (year: number): Promise<Year> => get<Year>('/law/calendar', { year });

export const setDay = (date: string, working: boolean, name: string): Promise<unknown> =>
  put(`/law/calendar/${date}`, { working, name: name.trim() === '' ? null : name.trim() });

export const importNotice = (text: string, source: string): Promise<Imported> =>
  post('/law/calendar/import', { text, source: source.trim() === '' ? null : source.trim() });
