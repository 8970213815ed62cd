import { describe, expect, it } from 'vitest';
import type { CaseDetail, CaseItem } from '@/features/casefile/types';
import { proposed } from './choosing';
import { without } from './taking';

const party = (role: string) => ({ partyId: role, role, name: role, phone: null, address: null, maskedFields: [] });
const item = (kind: string, ...roles: string[]): CaseDetail =>
  ({ kind, parties: roles.map(party), identityPapers: [{ attachmentId: 'x', mayOpen: true, purgedAt: null }] }) as unknown as CaseDetail;

describe('what goes along', () => {
  it('of a report holds nobody but the one who is reported, and no proof of identity at all', () => {
    const report = without(item('REPORT', 'REPORTER', 'AGENT', 'REPORTED'));
    expect(report.parties.map(({ role }) => role)).toEqual(['REPORTED']);
    expect(report.identityPapers).toEqual([]);
    const complaint = without(item('COMPLAINT', 'COMPLAINANT', 'RESPONDENT'));
    expect(complaint.parties).toHaveLength(2);
    expect(complaint.identityPapers).toEqual([]);
  });

  it('is proposed with work on site first, then by the nearest date', () => {
    const line = (caseNo: string, more: Partial<CaseItem>): CaseItem =>
      ({ caseNo, flags: [], stage: 'RECEIVED', availableActs: [], nearestDeadline: {}, ...more }) as unknown as CaseItem;
    const items = [
      line('near', {}),
      line('free', { nearestDeadline: null }),
      line('gas', { flags: ['DANGER'] }),
      line('look', { stage: 'VERIFYING', nearestDeadline: null }),
    ];
    expect(proposed(items)).toEqual(['gas', 'look', 'near']);
  });
});
