import { call, url } from '@/api/client';
import type { RoomAnswer, RoomDoor, Transcript } from './types';

const header = 'X-Mediation-Pass';
const base = '/public/mediation';

/** What came of the link and the code: sent as a header, never in an address. */
export interface Pass {
  pass: string;
  side: string;
  expiresAt: string;
}

export const enter = (token: string, code: string): Promise<Pass> => call<Pass>('POST', `${base}/enter`, { body: { token, code } });

export async function leave(pass: string): Promise<void> {
  await call('POST', `${base}/leave`, { headers: { [header]: pass } });
}

/** A party's way to the room. */
export function guestDoor(pass: string): RoomDoor {
  const headers = { [header]: pass };
  return {
    read: () => call<RoomAnswer>('GET', `${base}/room`, { headers }),
    post: async (path, body, key) => {
      await call('POST', base + path, { body, headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key } });
    },
    transcript: (id) => call<Transcript>('GET', `${base}/transcripts/${id}`, { headers }),
    events: (after, signal) =>
      fetch(url(`${base}/events`), { headers: { ...headers, Accept: 'text/event-stream', 'Last-Event-ID': String(after) }, signal, cache: 'no-store' }),
    file: async (id) => (await fetch(url(`${base}/files/${encodeURIComponent(id)}`), { headers })).blob(),
  };
}
