import type { SubmitKey } from '@/i18n/submit';
import { isAfter, parse, today, yearsBefore } from '@/ui/when';
import { amountTrouble, countWords } from './amount';
import { contentLimit, reportOnly, type Draft, type Identity } from './draft';
import { fieldIds, fields, isRequired, type FieldId, type Step } from './fields';

/** One answer that must be changed, as a key of the message files and what fills its places. */
export interface Fault {
  field: FieldId;
  message: SubmitKey;
  params?: Record<string, string | number>;
}

type Check = (draft: Draft, identity: Identity) => Omit<Fault, 'field'> | null;

const missing = (message: SubmitKey, value: (draft: Draft, identity: Identity) => string | null): Check => {
  return (draft, identity) => ((value(draft, identity) ?? '').trim() === '' ? { message } : null);
};

/** What is wrong with an answer that was given. */
const wrong: Partial<Record<FieldId, Check>> = {
  content: ({ content }) =>
    content.length > contentLimit
      ? { message: 'fault.contentLong', params: { n: countWords(content.length), max: countWords(contentLimit) } }
      : null,
  occurredOn: ({ occurredOn }) => dayFault(occurredOn, 'fault.occurredOn', 'fault.occurredFuture', 'fault.occurredOld'),
  knewOn: ({ knewOn }) => dayFault(knewOn, 'fault.knewOn', 'fault.knewFuture', 'fault.knewOld'),
  amount: ({ amount }) => {
    const trouble = amount.trim() === '' ? null : amountTrouble(amount);
    return trouble === null ? null : { message: `fault.amount.${trouble}` };
  },
  quantity: ({ quantity }) =>
    quantity.trim() !== '' && !/^[1-9]\d{0,5}$/.test(quantity.trim()) ? { message: 'fault.quantity' } : null,
  uscc: ({ uscc }) =>
    uscc.trim() !== '' && !/^[0-9A-HJ-NP-RT-UW-Y]{18}$/.test(uscc.trim().toUpperCase())
      ? { message: 'fault.uscc' }
      : null,
  phone: (draft, { anonymous, phone }) => (reportOnly(draft) && anonymous ? null : phoneFault(phone)),
  email: (_draft, { email }) =>
    email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? { message: 'fault.email' } : null,
  agentPhone: (_draft, { byAgent, agentPhone }) => (byAgent ? phoneFault(agentPhone) : null),
};

/** What is said when a required answer is not there. */
const absent: Partial<Record<FieldId, Check>> = {
  content: (draft) =>
    draft.content.trim() === ''
      ? { message: reportOnly(draft) ? 'fault.contentReport' : 'fault.content' }
      : null,
  merchantName: missing('fault.merchantName', ({ merchantName }) => merchantName),
  platformName: missing('fault.platformName', ({ platformName }) => platformName),
  merchantPlace: missing('fault.merchantPlace', ({ merchantPlace }) => merchantPlace?.code ?? null),
  merchantAddress: missing('fault.merchantAddress', ({ merchantAddress }) => merchantAddress),
  demands: ({ demands }) => (demands.length === 0 ? { message: 'fault.demands' } : null),
  name: (draft, { name }) =>
    name.trim() === '' ? { message: reportOnly(draft) ? 'fault.nameReport' : 'fault.name' } : null,
  phone: (draft, { phone }) =>
    phone.trim() === '' ? { message: reportOnly(draft) ? 'fault.phoneReport' : 'fault.phone' } : null,
  address: missing('fault.address', (_draft, { address }) => address),
  agentName: missing('fault.agentName', (_draft, { agentName }) => agentName),
  agentPhone: missing('fault.agentPhone', (_draft, { agentPhone }) => agentPhone),
  truth: ({ truth }) => (truth ? null : { message: 'fault.truth' }),
};

/** What of the answers that were given must be changed. */
export function wrongsOf(draft: Draft, identity: Identity): Fault[] {
  return fieldIds.flatMap((field) => {
    const fault = wrong[field]?.(draft, identity) ?? null;
    return fault === null ? [] : [{ field, ...fault }];
  });
}

/** Everything to be changed on one step, or on all of them, in the order of the page. */
export function faultsOf(draft: Draft, identity: Identity, step?: Step): Fault[] {
  return fieldIds
    .filter((field) => step === undefined || fields[field].step === step)
    .flatMap((field) => {
      const lacking = isRequired(field, draft, identity) ? absent[field]?.(draft, identity) : null;
      const fault = lacking ?? wrong[field]?.(draft, identity);
      return fault === null || fault === undefined ? [] : [{ field, ...fault }];
    });
}

/** Warns, and stops nobody: known for more than three years (Article 16, item 4). */
export function isOld(draft: Draft, asOf: string = today()): boolean {
  const knew = draft.knewOn === '' ? draft.occurredOn : draft.knewOn;
  return !reportOnly(draft) && parse(knew) !== null && isAfter(yearsBefore(asOf, 3), knew);
}

/** What anybody still complains of was bought in this span. */
const longestAgo = 50;

function dayFault(day: string, odd: SubmitKey, future: SubmitKey, old: SubmitKey): Omit<Fault, 'field'> | null {
  if (day === '') {
    return null;
  }
  if (parse(day) === null) {
    return { message: odd };
  }
  if (isAfter(day, today())) {
    return { message: future };
  }
  return isAfter(yearsBefore(today(), longestAgo), day) ? { message: old } : null;
}

const mobileLength = 11;

/** Mobile numbers of eleven digits, landlines with their area code, both with or without spaces and hyphens. */
function phoneFault(typed: string): Omit<Fault, 'field'> | null {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '').replace(/^(\+|00)86/, '');
  if (text === '' || /^1[3-9]\d{9}$/.test(text) || /^0\d{9,11}$/.test(text) || /^[48]00\d{7}$/.test(text)) {
    return null;
  }
  if (!/^1[3-9]\d*$/.test(text)) {
    return { message: 'fault.phoneOdd' };
  }
  const over = text.length - mobileLength;
  return over < 0
    ? { message: 'fault.phoneShort', params: { n: -over } }
    : { message: 'fault.phoneLong', params: { n: over } };
}

/** A phone number without the spaces and marks that people type. */
export const plainPhone = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/g, '').replace(/^(\+|00)86/, '');
