import { get } from '@/desk/http';
import type { CaseItem, CaseList } from '@/features/casefile/types';

export const MOST = 20;
const PROPOSED = 8;
const A_LIST = 50;

/** Danger and food are looked at where they are; so is what is being verified. */
const siteFlags = ['FOOD_RISK', 'DANGER'];
const siteActs = ['record-site', 'record-arrival'];

export const onSite = (item: Pick<CaseItem, 'flags' | 'stage' | 'availableActs'>): boolean =>
  item.flags.some((flag) => siteFlags.includes(flag)) ||
  item.stage === 'VERIFYING' ||
  (item.stage === 'MEDIATING' && item.availableActs.some((act) => siteActs.includes(act)));

/** My open cases, the nearest date first. */
export async function myCases(): Promise<CaseItem[]> {
  return (await get<CaseList>('/cases', { view: 'open', queue: 'mine', sort: 'due', limit: A_LIST })).items;
}

/** Those with work on site, then those with the nearest dates; the list comes by date. */
export function proposed(items: readonly CaseItem[]): string[] {
  const site = items.filter(onSite);
  const dated = items.filter((item) => !onSite(item) && item.nearestDeadline !== null);
  return [...site, ...dated].slice(0, PROPOSED).map((item) => item.caseNo);
}
