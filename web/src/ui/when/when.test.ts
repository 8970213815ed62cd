import { describe, expect, it } from 'vitest';
import { dayAndWeekday, dayOf, daysAfter, daysOfMonth, dayWords, instantOf, instantWords, mondayOf, parse, weekdayOf, yearsBefore } from '.';

describe('dates in words', () => {
  it('names the weekday and leaves out the year of today', () => {
    expect(dayAndWeekday('2026-10-13', '2026-05-01')).toBe('10月13日（周二）');
  });

  it('names another year', () => {
    expect(dayWords('2027-01-05', '2026-12-25')).toBe('2027年1月5日');
  });

  it('shows an instant as of Beijing, whatever offset it came with', () => {
    expect(dayOf('2026-05-05T16:30:00Z')).toBe('2026-05-06');
    expect(instantWords('2026-05-15T07:00:00Z', '2026-05-01')).toBe('5月15日（周五） 15:00');
  });

  it('knows days that do not exist', () => {
    expect(parse('2026-02-29')).toBeNull();
    expect(parse('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parse('2026-4-1')).toBeNull();
  });

  it('writes the offset of Beijing', () => {
    expect(instantOf('2026-09-28', '10:00')).toBe('2026-09-28T10:00:00+08:00');
  });

  it('lists the days of a month and knows the first weekday', () => {
    expect(daysOfMonth(2026, 2)).toHaveLength(28);
    expect(weekdayOf('2026-02-01')).toBe(0);
  });

  it('finds the week of a roster over the end of a month', () => {
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
    expect(mondayOf('2026-02-23')).toBe('2026-02-23');
    expect(daysAfter('2026-02-23', 6)).toBe('2026-03-01');
  });

  it('goes back whole years', () => {
    expect(yearsBefore('2026-05-06', 3)).toBe('2023-05-06');
  });
});
