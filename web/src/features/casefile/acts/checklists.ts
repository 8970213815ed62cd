import { shallowRef } from 'vue';
import { get } from '@/desk/http';
import type { CaseDetail } from '../types';

export interface ChecklistPoint {
  code: string;
  text: string;
  article: string;
}

export interface Checklist {
  code: string;
  version: string;
  title: string;
  /** `goods:101`, `problem:51`: the classes for which it is proposed. */
  fits: string[];
  points: ChecklistPoint[];
}

export const GENERAL = 'GENERAL';

const lists = shallowRef<Checklist[]>([]);

/** Asks the server once. */
export async function learnChecklists(): Promise<Checklist[]> {
  if (lists.value.length === 0) {
    lists.value = (await get<{ items: Checklist[] }>('/site-checklists')).items;
  }
  return lists.value;
}

/** Lists that were taken along. */
export function bringChecklists(taken: Checklist[]): void {
  lists.value = taken;
}

/** The list of the trade by what the case is about; the problem says more than the goods, the general list stands for all else. */
export function proposedFor(item: Pick<CaseDetail, 'goods'>, all: readonly Checklist[]): string {
  const { categoryCode, problemCode } = item.goods ?? {};
  const fits = (kind: string, code: string | null | undefined): Checklist | undefined =>
    code === null || code === undefined || code === ''
      ? undefined
      : all.find((list) => list.fits.some((one) => one.startsWith(`${kind}:`) && code.startsWith(one.slice(kind.length + 1))));
  return (fits('goods', categoryCode) ?? fits('problem', problemCode))?.code ?? GENERAL;
}
