/** What goes along: the case as its officer may see it, without what could tell of a reporter. */
import { get, post } from '@/desk/http';
import { officersOf } from '@/features/casefile/acts/officers';
import type { ActSpec, CaseDetail } from '@/features/casefile/types';
import type { Checklist } from '@/features/casefile/acts/checklists';
import { thisMoment } from '@/ui/when';
import type { Opened, PassView, Reference, Taken } from './types';

/** Roles of whoever reported, and of who acts for him: in a report they are walled off, and stay in the house (Art. 37). */
const REPORTED = ['REPORTED', 'RESPONDENT'];

/** Proofs of identity stay in the house, and in a report everybody but the one who is reported. */
export function without(item: CaseDetail): CaseDetail {
  const parties = item.kind === 'REPORT' ? item.parties.filter(({ role }) => REPORTED.includes(role)) : item.parties;
  return { ...item, parties, identityPapers: [] };
}

export async function fetchCase(caseNo: string): Promise<Taken> {
  return { item: without(await get<CaseDetail>(`/cases/${encodeURIComponent(caseNo)}`)), at: thisMoment() };
}

export async function fetchReference(cases: readonly Taken[]): Promise<Reference> {
  const agencies = [...new Set(cases.map(({ item }) => item.agency.code))];
  const [acts, checklists, officers] = await Promise.all([
    get<{ items: ActSpec[] }>('/acts'),
    get<{ items: Checklist[] }>('/site-checklists'),
    Promise.all(agencies.map(async (agency) => [agency, await officersOf(agency)] as const)),
  ]);
  return { acts: acts.items, checklists: checklists.items, officers: Object.fromEntries(officers) };
}

export const beginPass = (caseNos: readonly string[]): Promise<Opened> => post<Opened>('/field/passes', { caseNos });
export const addToPass = (passId: string, caseNos: readonly string[]): Promise<PassView> =>
  post<PassView>(`/field/passes/${passId}/cases`, { caseNos });
export const askPass = async (passId: string): Promise<PassView> => (await get<{ pass: PassView }>(`/field/passes/${passId}`)).pass;
export const askKey = (passId: string): Promise<Opened> => post<Opened>(`/field/passes/${passId}/key`);
export const endPass = (passId: string, how: string): Promise<void> => post<void>(`/field/passes/${passId}/end`, { how });
export const listPasses = async (): Promise<PassView[]> => (await get<{ items: PassView[] }>('/field/passes')).items;
