import { shallowRef } from 'vue';
import { isOffline, post } from '@/desk/http';
import { indexedDbStore } from '@/ui/indexedDb';

/** What was told from the spot without network: kept in this browser, sent with its true time once there is network. */
export interface Told {
  caseNo: string;
  step: 'ARRIVED' | 'LEFT';
  at: string;
  key: string;
  latitude: number | null;
  longitude: number | null;
  accuracy: number | null;
  place: string;
  photos?: string[];
}

/** A message that the server refused: it is shown with the reason until somebody has read it. */
export interface Refused {
  told: Told;
  fault: unknown;
}

const KEY = 'rapid-queue';
export const waiting = shallowRef<Told[]>([]);
export const refused = shallowRef<Refused[]>([]);

async function keep(next: Told[]): Promise<void> {
  waiting.value = next;
  try {
    await indexedDbStore.set(KEY, JSON.stringify(next));
  } catch {
    // without a store it waits in this page alone
  }
}

export async function learnQueue(): Promise<void> {
  try {
    const kept = await indexedDbStore.get(KEY);
    if (typeof kept === 'string' && waiting.value.length === 0) {
      waiting.value = JSON.parse(kept) as Told[];
    }
  } catch {
    // no store: nothing was kept
  }
}

/** Keeps first, sends then, so that nothing is lost on the way. */
export async function tell(told: Told): Promise<void> {
  await keep([...waiting.value, told]);
  await flush();
}

let going: Promise<void> = Promise.resolve();

/** Sends what waits, the oldest first; stops where there is no network. One round at a time. */
export function flush(): Promise<void> {
  going = going.then(round);
  return going;
}

async function round(): Promise<void> {
  for (const told of [...waiting.value]) {
    try {
      const { caseNo, ...body } = told;
      await post(`/rapid/cases/${caseNo}/visits`, body);
    } catch (error) {
      if (isOffline(error)) {
        return;
      }
      refused.value = [...refused.value, { told, fault: error }];
    }
    await keep(waiting.value.filter((one) => one.key !== told.key));
  }
}
