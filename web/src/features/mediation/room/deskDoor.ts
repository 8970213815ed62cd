import { changingHeaders, url } from '@/api/client';
import { get, post, put, remove } from '@/desk/http';
import type { RoomAnswer, RoomDoor, Transcript } from './types';

export interface Invited {
  invitationId: string;
  side: string;
  link: string;
  pin: string | null;
  expiresAt: string;
}

/** The mediator's way to the room of a case, and what only the mediator does. */
export function deskDoor(caseNo: string) {
  const base = `/cases/${encodeURIComponent(caseNo)}/mediation-room`;
  const door: RoomDoor = {
    read: () => get<RoomAnswer>(base),
    post: async (path, body, key) => {
      await post(base + path, body, key === undefined ? {} : { 'Idempotency-Key': key });
    },
    transcript: (id) => get<Transcript>(`${base}/transcripts/${id}`),
    events: (after, signal) =>
      fetch(url(`${base}/events`), {
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(after), ...changingHeaders() },
        signal,
        cache: 'no-store',
        credentials: 'same-origin',
      }),
    file: async (id) => (await fetch(url(`${base}/files/${encodeURIComponent(id)}`), { credentials: 'same-origin' })).blob(),
  };
  return {
    door,
    open: (topic: string) => post<RoomAnswer>(base, { topic }),
    invite: (side: string) => post<Invited>(`${base}/invitations`, { side }),
    revoke: (id: string) => remove<undefined>(`${base}/invitations/${id}`),
    video: (video: string) => put<undefined>(`${base}/video`, { video }),
    transcribe: () => post<Transcript>(`${base}/transcripts`),
    end: () => post<undefined>(`${base}/end`),
  };
}
