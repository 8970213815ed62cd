import type { Draft, Identity } from './draft';
import { isAnonymous, reportOnly } from './draft';

export const steps = ['story', 'merchant', 'wishes', 'evidence', 'contact', 'review'] as const;

export type Step = (typeof steps)[number];

/**
 * Every answer the wizard can ask for: where it stands, the path of the contract it fills, and for a required one the
 * article that makes us ask. The id is the control's id in the page.
 */
export interface FieldRule {
  step: Step;
  path: string;
  /** Absent: never required. */
  required?: { article: string; when: (draft: Draft, identity: Identity) => boolean };
}

const always = (): boolean => true;
const named = (draft: Draft, identity: Identity): boolean => !isAnonymous(draft, identity);
const complaining = (draft: Draft): boolean => !reportOnly(draft);
const byAgent = (draft: Draft, identity: Identity): boolean => complaining(draft) && identity.byAgent;

export const fields = {
  content: { step: 'story', path: 'content', required: { article: '10(1)3, 28', when: always } },
  occurredOn: { step: 'story', path: 'occurredOn' },
  knewOn: { step: 'story', path: 'knewOn' },
  amount: { step: 'story', path: 'amount' },
  merchantType: { step: 'merchant', path: 'merchant.type' },
  merchantName: { step: 'merchant', path: 'merchant.name', required: { article: '10(1)2, 28', when: always } },
  platformName: {
    step: 'merchant',
    path: 'merchant.platform.name',
    required: { article: '13(3)', when: (draft) => draft.merchantType === 'IN_PLATFORM' },
  },
  merchantPlace: {
    step: 'merchant',
    path: 'merchant.regionCode',
    required: { article: '13(1), 29', when: (draft) => draft.merchantType !== 'IN_PLATFORM' },
  },
  merchantAddress: {
    step: 'merchant',
    path: 'merchant.address',
    required: { article: '10(1)2', when: (draft) => complaining(draft) && draft.merchantType === 'SHOP' },
  },
  uscc: { step: 'merchant', path: 'merchant.uscc' },
  demands: {
    step: 'wishes',
    path: 'demands',
    required: { article: '10(1)3', when: (draft) => draft.wantsComplaint },
  },
  quantity: { step: 'wishes', path: 'goods.quantity' },
  name: { step: 'contact', path: 'person.name', required: { article: '10(1)1', when: named } },
  phone: { step: 'contact', path: 'person.phone', required: { article: '10(1)1', when: named } },
  address: { step: 'contact', path: 'person.address', required: { article: '10(1)1', when: complaining } },
  email: { step: 'contact', path: 'person.email' },
  agentName: { step: 'contact', path: 'person.agent.name', required: { article: '11', when: byAgent } },
  agentPhone: { step: 'contact', path: 'person.agent.phone', required: { article: '11', when: byAgent } },
  truth: { step: 'review', path: 'truth', required: { article: '10(1)', when: always } },
} as const satisfies Record<string, FieldRule>;

export type FieldId = keyof typeof fields;

export const fieldIds = Object.keys(fields) as FieldId[];

export const ruleOf = (field: FieldId): FieldRule => fields[field];

export const isRequired = (field: FieldId, draft: Draft, identity: Identity): boolean =>
  ruleOf(field).required?.when(draft, identity) ?? false;

/** The field that a path of the contract fills, the longest match first: `merchant.platform` leads to its name. */
export function fieldAt(path: string): FieldId | null {
  const exact = fieldIds.find((field) => fields[field].path === path);
  return exact ?? fieldIds.find((field) => fields[field].path.startsWith(`${path}.`)) ?? null;
}
