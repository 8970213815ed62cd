import { call } from '@/api/client';
import type { Region, RegionHit } from '@/api/types';

/** A division that somebody chose, with the names from the province down, as people say it. */
export interface Place {
  code: string;
  names: string[];
}

export const placeWords = (place: Place | null): string => place?.names.join('') ?? '';

const known = new Map<string, Promise<Region[]>>();

/** The divisions right below one (the provinces for an empty code); asked for once a visit. */
export function divisionsBelow(parent: string): Promise<Region[]> {
  const before = known.get(parent);
  if (before !== undefined) {
    return before;
  }
  const asked = call<{ items: Region[] }>('GET', '/regions', { query: { parent } }).then(({ items }) => items);
  known.set(parent, asked);
  asked.catch(() => known.delete(parent));
  return asked;
}

/** Divisions whose name holds the text, down to the street. */
export const divisionsNamed = (text: string, signal: AbortSignal): Promise<RegionHit[]> =>
  call<{ items: RegionHit[] }>('GET', '/regions/search', { query: { q: text }, signal }).then(({ items }) => items);

/** A county or street serves as a place at once; of a city or province one must go on. */
export const isPlace = (hit: { level: string }): boolean => hit.level === 'COUNTY' || hit.level === 'STREET';

/** The county of a division code, with its names from the province down; null when it is none that we know. */
export async function placeOf(code: string): Promise<Place | null> {
  const names: string[] = [];
  let at = '';
  for (const length of [2, 4, 6]) {
    const one = (await divisionsBelow(at)).find((division) => division.code === code.slice(0, length));
    if (one === undefined) {
      return null;
    }
    names.push(one.name);
    at = one.code;
  }
  return { code: at, names };
}
