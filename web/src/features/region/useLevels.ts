import { shallowRef } from 'vue';
import type { Region } from '@/api/types';
import { t } from '@/i18n/region';
import { divisionsBelow, isPlace, type Place } from './regions';

/** The choices of one level and the one that was made. */
export interface Level {
  items: Region[];
  picked: Region | null;
}

/** Picking level by level. `tell` hears the place as soon as it is one (a county, or what has no county), else null. */
export function useLevels(tell: (place: Place | null) => void) {
  const levels = shallowRef<Level[]>([]);
  const failed = shallowRef(false);

  const isStreet = ({ items }: Level): boolean => items[0]?.level === 'STREET';

  function wordsOf(level: Level): string {
    const place = { PROVINCE: 'region.0', CITY: 'region.1', COUNTY: 'region.2', STREET: 'region.3' } as const;
    return t(place[level.items[0]?.level as keyof typeof place] ?? 'region.2');
  }

  /** Opens the level below; one that only groups (a city's districts) is passed through. */
  async function open(parent: string, above: Level[]): Promise<void> {
    failed.value = false;
    try {
      const items = await divisionsBelow(parent);
      levels.value = items.length === 0 ? above : [...above, { items, picked: null }];
      const only = items.length === 1 ? items[0] : undefined;
      if (only?.placeholder === true) {
        await open(only.code, [...above, { items, picked: only }]);
        return;
      }
      say();
    } catch {
      levels.value = above;
      failed.value = true;
    }
  }

  const start = (): Promise<void> => (levels.value.length === 0 ? open('', []) : Promise.resolve());

  function pick(index: number, code: string): void {
    const level = levels.value[index];
    if (level === undefined) {
      return;
    }
    const picked = level.items.find((item) => item.code === code) ?? null;
    const above = [...levels.value.slice(0, index), { ...level, picked }];
    levels.value = above;
    say();
    if (picked?.hasChildren === true && !isStreet(level)) {
      void open(picked.code, above);
    }
  }

  function say(): void {
    const picked = levels.value.flatMap((level) => level.picked ?? []);
    const last = picked.at(-1);
    const next = levels.value.at(-1);
    const streetsNext = next !== undefined && next.picked === null && isStreet(next);
    const enough = last !== undefined && (isPlace(last) || !last.hasChildren || streetsNext);
    const names = picked.filter(({ placeholder }) => !placeholder).map(({ name }) => name);
    tell(enough ? { code: last.code, names } : null);
  }

  function again(): void {
    void open(levels.value.at(-1)?.picked?.code ?? '', levels.value);
  }

  /** Begins anew from the top. */
  function restart(): Promise<void> {
    levels.value = [];
    tell(null);
    return start();
  }

  return { levels, failed, start, pick, again, restart, wordsOf, isStreet };
}
