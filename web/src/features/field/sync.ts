/** Sending what was done out there, whenever there is network and its writer is signed in. */
import { reactive, readonly } from 'vue';
import { ApiError } from '@/api/client';
import { isOffline, statusOf } from '@/desk/http';
import { learnSession, session } from '@/features/identity/session';
import { perform } from '@/features/casefile/acts/perform';
import type { ActAnswer } from '@/features/casefile/types';
import { upload } from '@/features/intake/upload';
import { checkPass, device, openChest, ours, readAgain, refresh, standing } from './device';
import { sendAll, type Outcome, type Photo, type Server, type Waiting } from './queue';

export interface Sent {
  caseNo: string;
  label: string;
  doneAt: string;
  warnings: string[];
}

interface Progress {
  busy: boolean;
  outcome: Outcome | null;
  sent: Sent[];
}

const state = reactive<Progress>({ busy: false, outcome: null, sent: [] });
export const progress = readonly(state);

const server: Server = {
  send: (item, body) => perform(item.caseNo, item.act, item.base, body, item.key),
  upload: (photo: Photo, bytes) => upload(new File([bytes], photo.name, { type: photo.type }), false, () => undefined).done,
};

function taken(item: Waiting, answer: ActAnswer): void {
  state.sent = [{ caseNo: item.caseNo, label: item.label, doneAt: item.doneAt, warnings: answer.warnings ?? [] }, ...state.sent];
}

let running: Promise<void> | null = null;

/** One sending at a time, in this page and in all others of this device. */
export function sync(): Promise<void> {
  running ??= alone(round).finally(() => {
    running = null;
  });
  return running;
}

async function alone(work: () => Promise<void>): Promise<void> {
  await (navigator.locks === undefined ? work() : navigator.locks.request('fangxin-field-sync', work));
}

async function round(): Promise<void> {
  state.busy = true;
  try {
    await learnSession();
    if (!ours.value) {
      state.outcome = session.signedIn ? null : 'signedOut';
      return;
    }
    await checkPass();
    if (standing.value === 'open') {
      const before = new Set(device.queue.map(({ caseNo }) => caseNo));
      state.outcome = await sendAll(openChest(), server, taken);
      await readAgain();
      await refresh(device.cases.map(({ item }) => item.caseNo).filter((caseNo) => before.has(caseNo)));
    }
  } catch (error) {
    state.outcome = outcomeOf(error);
  } finally {
    state.busy = false;
  }
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ApiError)) throw error;
  if (isOffline(error)) return 'offline';
  return statusOf(error) === 401 ? 'signedOut' : 'later';
}
