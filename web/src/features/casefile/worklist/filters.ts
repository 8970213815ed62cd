import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { Query } from '@/desk/http';

/** What narrows the list. All of it lives in the address, so that a list can be kept, sent and gone back to. */
export interface Filters {
  tab: Tab;
  /** The saved view that the filters came from; empty for none. */
  saved: string;
  view: string;
  queue: string;
  category: string;
  merchant: string;
  dueBefore: string;
  kind: string;
  stage: string;
  agency: string;
  officer: string;
  due: string;
  owed: string;
  q: string;
  sort: string;
  cursor: string;
}

export const tabs = ['all', 'toDecide', 'toVerify', 'toAnswer', 'today', 'overdue', 'waiting'] as const;
export type Tab = (typeof tabs)[number];

export const kinds = ['COMPLAINT', 'REPORT', 'CONSULTATION', 'SUGGESTION'] as const;
export const dues = ['OVERDUE', 'TODAY', 'NEAR'] as const;
export const sorts = ['due', 'received'] as const;
export const queues = ['mine', 'team'] as const;
const scopes = ['open', 'toDecide', 'toVerify', 'toAnswer', 'waiting', 'closed', 'all'] as const;

/** The stages that a filter offers, in the order of the work. */
export const stages = [
  'GREEN_CHANNEL',
  'RECEIVED',
  'ACCEPTED',
  'MEDIATING',
  'VERIFYING',
  'FILED',
  'DECIDED',
  'AGREED',
  'TERMINATED',
  'REFUSED',
  'NOT_FILED',
  'WITHDRAWN',
  'CLOSED',
  'ARCHIVED',
] as const;

const conditions = ['kind', 'stage', 'agency', 'officer', 'due', 'owed', 'q', 'view', 'queue', 'category', 'merchant', 'dueBefore'] as const;
const names = [...conditions, 'saved', 'cursor'] as const;

/** What each filter may be; an address that says anything else is read as if it did not say it. */
const known: Partial<Record<(typeof names)[number], readonly string[]>> = {
  kind: kinds,
  stage: stages,
  due: dues,
  owed: ['true'],
  view: scopes,
  queue: [...queues, 'agency'],
};

function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function filtersOf(query: LocationQuery): Filters {
  const tab = tabs.find((name) => name === one(query['tab'])) ?? 'all';
  const sort = sorts.find((name) => name === one(query['sort'])) ?? 'due';
  const rest = Object.fromEntries(
    names.map((name) => {
      const value = one(query[name]);
      const allowed = known[name];
      return [name, allowed === undefined || value.split(',').every((part) => allowed.includes(part)) ? value : ''];
    }),
  ) as Pick<Filters, (typeof names)[number]>;
  return { tab, sort, ...rest };
}

/** The address of these filters: only what differs from the plain list is written. */
export function addressOf(filters: Filters): LocationQueryRaw {
  const address: LocationQueryRaw = {};
  if (filters.tab !== 'all') {
    address['tab'] = filters.tab;
  }
  if (filters.sort !== 'due') {
    address['sort'] = filters.sort;
  }
  for (const name of names) {
    if (filters[name] !== '') {
      address[name] = filters[name];
    }
  }
  return address;
}

/** The tabs that are of one kind and stage: neither can be chosen beside them. */
export const settled = (tab: Tab): boolean => ['toDecide', 'toVerify', 'toAnswer'].includes(tab);

/** What choosing a tab does to the filters. */
export const turningTo = (tab: Tab): Partial<Filters> => (settled(tab) ? { tab, saved: '', kind: '', stage: '' } : { tab, saved: '' });

/** A changed filter begins at the first page again. */
export function changed(filters: Filters, change: Partial<Filters>): Filters {
  return { ...filters, cursor: '', ...change };
}

/** Whether anything but the tab and the order narrows the list. */
export function narrowed(filters: Filters): boolean {
  return conditions.some((name) => filters[name] !== '');
}

export const noFilters: Filters = filtersOf({});

/** The question to the server. A tab is a saved view: its condition joins those of the filters. */
export function questionOf(filters: Filters, limit: number): Query {
  const { tab, saved: _saved, ...rest } = filters;
  return { ...rest, ...views[tab], limit };
}

const views: Record<Tab, Query> = {
  all: {},
  toDecide: { view: 'toDecide' },
  toVerify: { view: 'toVerify' },
  toAnswer: { view: 'toAnswer' },
  today: { due: 'TODAY' },
  overdue: { due: 'OVERDUE' },
  waiting: { view: 'waiting' },
};

/** What a saved view, an export and an act on many cases say of the list: its conditions alone. */
export function conditionsOf(filters: Filters): Record<string, string> {
  const asked = questionOf(filters, 1);
  return Object.fromEntries(
    conditions.filter((name) => (asked[name] ?? '') !== '').map((name) => [name, String(asked[name])]),
  );
}

/** The filters that a saved view stands for. */
export function filtersOfView(view: { viewId: number; filter: Record<string, string>; sort: string }): Filters {
  const known = Object.fromEntries(conditions.map((name) => [name, view.filter[name] ?? '']));
  const sort = sorts.find((name) => name === view.sort) ?? 'due';
  return { ...noFilters, ...known, sort, saved: String(view.viewId) };
}
