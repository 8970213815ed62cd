import { describe, expect, it } from 'vitest';
import type { CaseDetail, TimelineEntry } from '@/features/casefile/types';
import { mediationFile } from './mediationFile';

let seq = 0;
const entry = (type: string, facts: Record<string, unknown> = {}, texts: Record<string, string> = {}): TimelineEntry => {
  seq += 1;
  const at = `2026-05-${String(seq).padStart(2, '0')}T09:00:00+08:00`;
  return { seq, type, label: type, at, recordedAt: at, by: null, facts, texts };
};
const told = (...timeline: TimelineEntry[]) => mediationFile({ timeline } as unknown as CaseDetail);

describe('the mediation file', () => {
  it('shows a moved session once, at its new time', () => {
    const file = told(
      entry('MediationScheduled', { at: '2026-05-20T09:00:00+08:00', mode: 'ON_SITE', mediators: ['p-1'] }, { place: 'A' }),
      entry('MediationRescheduled', { at: '2026-05-25T09:00:00+08:00', mode: 'PHONE', mediators: ['p-1'] }),
    );
    expect(file.sessions.map((one) => [one.type, one.mode, one.at])).toEqual([['planned', 'PHONE', '2026-05-25T09:00:00+08:00']]);
  });

  it('follows up an agreement point by point; a word on the whole counts for each', () => {
    const items = [
      { id: '1', who: 'RESPONDENT', amount: '200.00', by: '2026-05-20' },
      { id: '2', who: 'COMPLAINANT', amount: null, by: null },
    ];
    const reached = entry('AgreementReached', { amount: '200.00', items, letter: 'MADE' }, { 'items.1': 'pay', 'items.2': 'return' });
    const first = entry('PerformanceRecorded', { result: 'PERFORMED', item: '1' });
    expect(told(reached, first).agreement?.points.map((one) => [one.what, one.result])).toEqual([
      ['pay', 'PERFORMED'],
      ['return', null],
    ]);
    const whole = entry('PerformanceRecorded', { result: 'NOT', item: null });
    expect(told(reached, first, whole).agreement?.points.map((one) => one.result)).toEqual(['NOT', 'NOT']);
  });

  it('takes an agreement recorded as a whole for one point', () => {
    const reached = entry('AgreementReached', { amount: '30.00', performBy: '2026-06-01', letter: 'MADE' }, { terms: 'all' });
    expect(told(reached).agreement?.points).toMatchObject([{ id: '1', what: 'all', who: 'RESPONDENT', by: '2026-06-01' }]);
  });
});
