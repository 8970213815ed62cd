/** What is on this device, and what may be done with it. One truth for all pages of the field. */
import { computed, shallowReactive, shallowReadonly } from 'vue';
import { session } from '@/features/identity/session';
import { statusOf } from '@/desk/http';
import { bringChecklists } from '@/features/casefile/acts/checklists';
import { pretendActs } from '@/features/casefile/acts/catalogue';
import { bringOfficers } from '@/features/casefile/acts/officers';
import { bringNames } from '@/features/casefile/page/names';
import { millisecondsOf, now } from '@/ui/when';
import { chestOf, type Chest } from './chest';
import { onThisDevice, type Change } from './deviceStore';
import { queued, type Waiting } from './queue';
import { keyOf, lockWith, unlock } from './sealing';
import { addToPass, askKey, askPass, beginPass, endPass, fetchCase, fetchReference } from './taking';
import type { Form, Pass, Reference, Taken, Wiped } from './types';
import { passChange, passOf, wipeAll, wipeCopies, WRONG_PINS } from './wiping';

const store = onThisDevice;
const REFERENCE = 'reference';

interface State {
  looked: boolean;
  pass: Pass | null;
  open: boolean;
  cases: Taken[];
  queue: Waiting[];
  forms: Form[];
}

// shallow: what goes to the disk must be the plain thing
const state = shallowReactive<State>({ looked: false, pass: null, open: false, cases: [], queue: [], forms: [] });
let chest: Chest | null = null;

export const device: Readonly<State> = shallowReadonly(state);

export type Standing = 'none' | 'locked' | 'sealed' | 'open';

/** Nothing here; copies behind the PIN; only unsent words that the server's key opens; or open. */
export const standing = computed<Standing>(() => {
  if (state.pass === null) return 'none';
  if (state.open) return 'open';
  return state.pass.lock === null ? 'sealed' : 'locked';
});

/** Whether the person at the desk is the one whose copies these are. */
export const ours = computed(() => session.signedIn && session.personId === state.pass?.personId);

export const over = (pass: Pass): boolean => millisecondsOf(pass.expiresAt) <= now();

export function openChest(): Chest {
  if (chest === null) {
    throw new Error('the copies are locked');
  }
  return chest;
}

/** Looks at what lies on the device; what has run out goes. */
export async function look(): Promise<void> {
  state.pass = await passOf(store);
  state.looked = true;
  if (state.pass !== null && state.pass.lock !== null && over(state.pass)) {
    await wipe('EXPIRED');
  }
}

export async function wipe(why: Wiped): Promise<void> {
  state.pass = await wipeCopies(store, why);
  state.cases = [];
  // what was opened before stays open to its writer until the page is left: it is still to be sent
  if (state.pass === null) {
    lockUp();
  }
}

/** Forgets the opened key. */
export function lockUp(): void {
  chest = null;
  Object.assign(state, { open: false, cases: [], queue: [], forms: [] });
  bringOfficers({});
}

export async function readAgain(): Promise<void> {
  const held = openChest();
  const [cases, queue, forms] = await Promise.all([held.all<Taken>('cases'), queued(held), held.all<Form>('forms')]);
  Object.assign(state, { cases, queue, forms, open: true });
}

async function openWith(key: CryptoKey): Promise<void> {
  chest = chestOf(store, key);
  await readAgain();
  const reference = await chest.get<Reference>('reference', REFERENCE);
  if (reference !== null) {
    bring(reference);
  }
}

function bring(reference: Reference): void {
  pretendActs(reference.acts);
  bringChecklists(reference.checklists);
  bringOfficers(reference.officers);
  bringNames(Object.values(reference.officers).flat());
}

/** Opens by the PIN. A try is counted before it is made, so that ending the page does not give it back. */
export async function tryPin(pin: string): Promise<'open' | 'wrong' | 'wiped'> {
  const pass = state.pass;
  if (pass === null || pass.lock === null) {
    return 'wiped';
  }
  const counted = { ...pass, wrong: pass.wrong + 1 };
  await store.change([passChange(counted)]);
  state.pass = counted;
  const key = await unlock(pin, pass.lock);
  if (key === null) {
    if (counted.wrong < WRONG_PINS) {
      return 'wrong';
    }
    await wipe('WRONG_PIN');
    return 'wiped';
  }
  const fresh = { ...pass, wrong: 0 };
  await store.change([passChange(fresh)]);
  state.pass = fresh;
  await openWith(key);
  return 'open';
}

/** Opens by the server's key, for whoever forgot the PIN or came back late. */
export async function openByServer(): Promise<void> {
  const pass = state.pass;
  if (pass !== null) {
    await openWith(await keyOf((await askKey(pass.passId)).key));
  }
}

/** A new PIN over the opened copies; the key comes from the server once more. */
export async function changePin(pin: string): Promise<void> {
  const pass = state.pass;
  if (pass !== null && pass.lock !== null) {
    const { key } = await askKey(pass.passId);
    const next = { ...pass, lock: await lockWith(pin, key), wrong: 0 };
    await store.change([passChange(next)]);
    state.pass = next;
  }
}

/** Takes cases along. The copies are whole on the device, or there are none. */
export async function begin(caseNos: readonly string[], pin: string): Promise<void> {
  const { pass, key } = await beginPass(caseNos);
  const cases = await Promise.all(caseNos.map(fetchCase));
  const reference = await fetchReference(cases);
  const meta: Pass = {
    passId: pass.passId,
    personId: session.personId ?? '',
    person: session.displayName ?? '',
    roles: [...session.roles],
    takenAt: pass.takenAt,
    expiresAt: pass.expiresAt,
    lock: await lockWith(pin, key),
    wrong: 0,
    wiped: null,
  };
  const opened = await keyOf(key);
  const fresh = chestOf(store, opened);
  await wipeAll(store);
  await fresh.change([
    passChange(meta),
    await fresh.put('reference', REFERENCE, reference),
    ...(await copies(fresh, cases)),
  ]);
  state.pass = meta;
  await openWith(opened);
  await lastingStorage();
}

/** Asks the browser not to clear the store when room is short. */
async function lastingStorage(): Promise<void> {
  await navigator.storage?.persist?.();
}

const copies = (to: Chest, cases: readonly Taken[]): Promise<Change[]> =>
  Promise.all(cases.map((one) => to.put('cases', one.item.caseNo, one)));

/** More cases on the pass that runs. */
export async function add(caseNos: readonly string[]): Promise<void> {
  const pass = state.pass;
  if (pass === null) {
    return;
  }
  await addToPass(pass.passId, caseNos);
  const held = openChest();
  const more = await Promise.all(caseNos.map(fetchCase));
  const reference = await fetchReference([...state.cases, ...more]);
  await held.change([await held.put('reference', REFERENCE, reference), ...(await copies(held, more))]);
  bring(reference);
  await readAgain();
}

/** Puts one copy away that is needed no more. */
export async function putAway(caseNo: string): Promise<void> {
  await openChest().change([{ table: 'cases', key: caseNo, drop: true }]);
  await readAgain();
}

/** Asks whether the pass still holds; one that was ended elsewhere takes the copies with it. */
export async function checkPass(): Promise<void> {
  const pass = state.pass;
  if (pass === null || pass.lock === null) {
    return;
  }
  const live = await askPass(pass.passId).then(
    (view) => view.live,
    (error: unknown) => {
      if (statusOf(error) !== 404) throw error;
      return false;
    },
  );
  if (!live) {
    await wipe('ENDED');
  }
}

/** The copies as the server has them now; a case that may no longer be seen goes. */
export async function refresh(caseNos: readonly string[] = state.cases.map(({ item }) => item.caseNo)): Promise<void> {
  const held = openChest();
  for (const caseNo of caseNos) {
    try {
      await held.change(await copies(held, [await fetchCase(caseNo)]));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      await held.change([{ table: 'cases', key: caseNo, drop: true }]);
    }
  }
  await readAgain();
}

/** Brings everything back: nothing is left here. */
export async function handIn(): Promise<void> {
  const pass = state.pass;
  if (pass !== null) {
    await endPass(pass.passId, 'HANDED_IN');
  }
  await clear();
}

export async function clear(): Promise<void> {
  await wipeAll(store);
  state.pass = null;
  lockUp();
}
