import { ApiError } from '@/api/client';
import { onThisDevice } from './deviceStore';
import { endPass } from './taking';
import { passOf, wipeCopies } from './wiping';

/** Somebody signs out on this device: the copies go, and the server hears of it if it can. */
export async function leaveDevice(): Promise<void> {
  if (typeof indexedDB === 'undefined') {
    return;
  }
  const pass = await passOf(onThisDevice);
  if (pass === null || pass.lock === null) {
    return;
  }
  await wipeCopies(onThisDevice, 'SIGNED_OUT');
  try {
    await endPass(pass.passId, 'SIGNED_OUT');
  } catch (error) {
    // the copies are gone all the same; the pass runs out by itself
    if (!(error instanceof ApiError)) {
      throw error;
    }
  }
}
