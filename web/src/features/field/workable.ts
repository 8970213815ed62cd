/** Which acts can be written without network, and how their fields are shown there. */
import type { ActField, ActSpec, CaseDetail } from '@/features/casefile/types';
import { actsFor, ranked, specOf } from '@/features/casefile/acts/catalogue';
import { shapeOf } from '@/features/casefile/acts/shape';

/** These ask the server while they are filled in. */
const asking = ['AGENCY', 'CASE', 'PAPERS'];
/** Done elsewhere than at the door of acts: a document is issued with its paper. */
const elsewhere = ['issue-document'];

const asks = (field: ActField): boolean => asking.includes(shapeOf(field));

export const shownHere = (fields: readonly ActField[]): ActField[] => fields.filter((field) => !asks(field));

export const workable = (spec: ActSpec | null): spec is ActSpec =>
  spec !== null && !elsewhere.includes(spec.act) && !spec.fields.some((field) => field.required && asks(field));

/** What the server offered when the case was taken along. */
export const actsNow = (item: CaseDetail): string[] =>
  ranked(item.availableActs).filter((act) => workable(specOf(act, item.kind)));

/** What may become possible once the acts in the queue are done; the server decides when they come. */
export const actsAfter = (item: CaseDetail, roles: readonly string[]): string[] =>
  ranked(actsFor(item.kind, roles)).filter((act) => !item.availableActs.includes(act) && workable(specOf(act, item.kind)));
