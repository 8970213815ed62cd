import type zh from '../zh-CN/ui';

const ui: Record<keyof typeof zh, string> = {
  'due.why': 'Why this day',
  'due.whyShort': 'Why',
  'due.skipped': 'Days that do not count ({n})',
  'due.provisional':
    'Provisional: the holidays of that year are not announced yet. Monday to Friday are counted; the date is counted again when they are.',
  'due.promise': 'A service promise, not a deadline of law',
  'field.optional': ' (optional)',
  'field.error': 'Error: ',
  'field.cut': '“{label}” holds {max} characters; the last {n} of what you pasted did not fit. Shorten it and paste again.',
  'field.count': '{n} of {max} characters',
  'field.over': '{n} characters too many; the limit is {max}',
  'lookup.count': '{n} results',
  'lookup.none': 'Nothing found',
  'lookup.busy': 'Searching…',
  'lookup.failed': 'The search failed. Please try again.',
  'lookup.tail': 'ends in {tail}',
  'lookup.asTyped': 'None of these: keep the name as typed',
  'when.monday': 'Mon',
  'when.tuesday': 'Tue',
  'when.wednesday': 'Wed',
  'when.thursday': 'Thu',
  'when.friday': 'Fri',
  'when.saturday': 'Sat',
  'when.sunday': 'Sun',
  'when.day': '{month}/{day}',
  'when.dayYear': '{year}-{month}-{day}',
  'when.withWeekday': '{day} ({weekday})',
  'api.offline': 'You are offline. Please try again when connected.',
  'api.timeout': 'No answer for a long time. Please try again.',
  'api.broken': 'Something is wrong on our side and this was not done. Please try again in a minute.',
  'api.number': 'Number {number}',
  'retry': 'Try again',
  'close': 'Close',
};

export default ui;
