import { describe, expect, it } from 'vitest';
import type { Party } from '../types';
import { beside } from './shape';
import { emptyEnding } from './values';

describe('the form of an act', () => {
  it('does not end a case as agreed without a word of what was agreed', () => {
    expect(emptyEnding('settle', { mode: '', items: [], terms: ' ', statement: '' }).map(({ field }) => field)).toEqual(['terms']);
    expect(emptyEnding('settle', { items: [{ text: '退款', who: '', amount: '', by: '' }], terms: '' })).toEqual([]);
    expect(emptyEnding('settle', { items: [], terms: '三日内退款。' })).toEqual([]);
    expect(emptyEnding('accept', {})).toEqual([]);
  });

  it('offers nobody who is complained about as a complainant or an agent', () => {
    const parties = [
      { partyId: 'p1', role: 'COMPLAINANT', name: '李*' },
      { partyId: 'p2', role: 'RESPONDENT', name: '样例商店' },
      { partyId: 'p3', role: 'AGENT', name: '王*' },
    ] as Party[];
    expect(beside(parties).map(({ partyId }) => partyId)).toEqual(['p1', 'p3']);
  });
});
