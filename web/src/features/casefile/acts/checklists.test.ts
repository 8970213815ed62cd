import { expect, test } from 'vitest';
import { proposedFor, type Checklist } from './checklists';
import { bodyOf, isBlank, noChecklist } from './values';

const list = (code: string, ...fits: string[]): Checklist => ({ code, version: '1', title: code, fits, points: [] });
const all = [list('GENERAL'), list('FOOD_SALE', 'goods:101'), list('EQUIPMENT', 'problem:51')];
const goods = (categoryCode: string | null, problemCode: string | null) => ({ goods: { categoryCode, problemCode, detail: null } });

test('the list follows the goods, else the problem, else it is the general one', () => {
  expect(proposedFor(goods('101', '5101'), all)).toBe('FOOD_SALE');
  expect(proposedFor(goods('134', '5101'), all)).toBe('EQUIPMENT');
  expect(proposedFor(goods('134', null), all)).toBe('GENERAL');
  expect(proposedFor({ goods: null }, all)).toBe('GENERAL');
});

test('only answered points are sent, without empty remarks', () => {
  const field = { name: 'checklist', label: '', type: 'CHECKLIST' as const, required: true };
  const draft = {
    list: 'GENERAL',
    items: [
      { code: 'LICENCE', result: 'FIT', remark: '' },
      { code: 'PRICE', result: '', remark: '' },
    ],
  };
  expect(bodyOf([field], { checklist: draft })).toEqual({ checklist: { list: 'GENERAL', items: [{ code: 'LICENCE', result: 'FIT' }] } });
  expect(isBlank(noChecklist())).toBe(true);
});
