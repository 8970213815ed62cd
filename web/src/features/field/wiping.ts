/** What ends on a device, and what must not: copies go, what was written and is not yet sent stays, sealed. */
import type { Change, DeviceStore } from './deviceStore';
import type { Pass, Wiped } from './types';

export const PASS = 'pass';
export const WRONG_PINS = 5;

export const passOf = async (store: DeviceStore): Promise<Pass | null> => ((await store.get('pass', PASS)) as Pass | undefined) ?? null;

export const passChange = (pass: Pass): Change => ({ table: 'pass', key: PASS, put: pass });

const everything: Change[] = [
  { table: 'pass', empty: true },
  { table: 'cases', empty: true },
  { table: 'queue', empty: true },
  { table: 'photos', empty: true },
  { table: 'forms', empty: true },
  { table: 'reference', empty: true },
];

export const wipeAll = (store: DeviceStore): Promise<void> => store.change(everything);

export async function unsent(store: DeviceStore): Promise<number> {
  return (await store.all('queue')).length + (await store.all('forms')).length;
}

/**
 * Copies and the wrapped key go. What is not yet sent waits: nothing on the device opens it any more, only the key that
 * the server gives to the same person.
 */
export async function wipeCopies(store: DeviceStore, why: Wiped): Promise<Pass | null> {
  const pass = await passOf(store);
  if (pass === null || (await unsent(store)) === 0) {
    await wipeAll(store);
    return null;
  }
  const left: Pass = { ...pass, lock: null, wiped: pass.wiped ?? why };
  await store.change([{ table: 'cases', empty: true }, { table: 'reference', empty: true }, passChange(left)]);
  return left;
}
