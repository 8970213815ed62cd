import { beforeEach, describe, expect, it } from 'vitest';
import type { ActSpec, TimelineEntry } from '../types';
import { pretendActs } from '../acts/catalogue';
import { factsOf, textsOf } from './timelineFacts';

const entry = (act: string, facts: Record<string, unknown>, texts: Record<string, string> = {}): TimelineEntry =>
  ({ seq: 1, type: 'X', label: '', act, at: '', recordedAt: '', by: null, facts, texts }) as unknown as TimelineEntry;

const withOptions = (act: string, name: string, options: { code: string; label: string }[]): ActSpec =>
  ({ act, label: act, kinds: ['COMPLAINT'], fields: [{ name, label: name, type: 'CODE', options }] }) as unknown as ActSpec;

describe('the facts of an entry', () => {
  beforeEach(() =>
    pretendActs([
      withOptions('refuse', 'grounds', [{ code: 'OVER_THREE_YEARS', label: '超过三年' }]),
      withOptions('terminate-mediation', 'sub', [{ code: 'COMPLAINANT', label: '投诉人表示' }]),
    ]),
  );

  it('tell on which ground a complaint was refused', () => {
    const refused = entry('refuse', { grounds: [{ code: 'OVER_THREE_YEARS', sub: null, citation: null }], factors: [] });
    expect(factsOf(refused)).toEqual([{ name: '理由', text: '超过三年' }]);
  });

  it('call who is told a party, not what the same code means among the grounds of the act', () => {
    expect(factsOf(entry('terminate-mediation', { to: 'COMPLAINANT', sub: 'COMPLAINANT' }))).toEqual([
      { name: '告知', text: '投诉人' },
      { name: '情形', text: '投诉人表示' },
    ]);
  });

  it('say a corrected class in words', () => {
    const corrected = entry('correct', { field: 'GOODS', reason: 'CLERICAL', value: '101' });
    expect(factsOf(corrected).map(({ text }) => text)).not.toContain('101');
    expect(factsOf(corrected).map(({ text }) => text)).toContain('笔误');
  });

  it('put each point of an agreement in one line with who, how much and until when', () => {
    const agreed = entry(
      'settle',
      { amount: 1200, items: [{ id: '1', who: 'RESPONDENT', amount: 1200, by: '2026-11-23' }] },
      { 'items.1': '退还差价', record: '谈成了。', saidComplainant: '同意。' },
    );
    expect(factsOf(agreed).map(({ text }) => text)).toEqual([
      '1,200.00 元',
      '退还差价，被投诉人，1,200.00 元，11月23日（周一）',
    ]);
    expect(textsOf(agreed)).toEqual([
      { name: '', text: '谈成了。' },
      { name: '投诉人说', text: '同意。' },
    ]);
  });

  it('name several free words as the form of the act does, in its order', () => {
    const fields = ['party', 'facts'].map((name) => ({ name, label: `${name}的名称`, type: 'TEXT' }));
    pretendActs([{ act: 'notify-penalty', label: '', kinds: ['REPORT'], fields } as unknown as ActSpec]);
    const noticed = entry('notify-penalty', {}, { facts: '出售过期食品。', party: '样例便利店' });
    expect(textsOf(noticed)).toEqual([
      { name: 'party的名称', text: '样例便利店' },
      { name: 'facts的名称', text: '出售过期食品。' },
    ]);
  });

  it('say when a promise began as a time, not as a place it came from', () => {
    expect(factsOf(entry('accept', { from: '2026-10-20T02:00:00Z' }))[0]?.name).toBe('起算时间');
  });
});
