import type { Registration } from './registration';
import { isCase } from './registration';
import { isRequired, type FieldId } from '../fields';

/** What is still missing, in the order in which one would ask; each leads to its control. */
export interface Ask {
  field: FieldId;
  /** The law requires it; the others only help. */
  required: boolean;
}

const order: FieldId[] = [
  'content',
  'merchantName',
  'merchantPlace',
  'platformName',
  'merchantAddress',
  'occurredOn',
  'demands',
  'amount',
  'name',
  'phone',
  'address',
  'agentName',
  'agentPhone',
];

const helpful: readonly FieldId[] = ['occurredOn', 'amount'];

function answered(field: FieldId, { draft, identity }: Registration): boolean {
  const value = field in draft ? draft[field as keyof typeof draft] : identity[field as keyof typeof identity];
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return value !== null && value !== undefined && String(value).trim() !== '';
}

export function asksOf(registration: Registration): Ask[] {
  const { draft, identity, choice } = registration;
  if (!isCase(choice)) {
    return answered('content', registration) ? [] : [{ field: 'content', required: true }];
  }
  const anonymous = choice === 'REPORT' && identity.anonymous;
  return order
    .map((field) => ({ field, required: isRequired(field, draft, identity) }))
    .filter(({ field, required }) => (required || helpful.includes(field)) && !answered(field, registration))
    .filter(({ field }) => !(anonymous && ['name', 'phone', 'address'].includes(field)));
}
