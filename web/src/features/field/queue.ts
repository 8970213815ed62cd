/**
 * What was done without network, in its order, until the server has taken it. Each act has one key from the moment it is
 * written down: a page that dies while sending sends the same key again, and the server answers again and acts once.
 */
import type { AttachmentRef, FieldError } from '@/api/types';
import { wordsOf } from '@/api/words';
import { currentOf, fieldErrorsOf, isOffline, statusOf, type CurrentState } from '@/desk/http';
import type { ActAnswer } from '@/features/casefile/types';
import type { Values } from '@/features/casefile/acts/values';
import type { Chest } from './chest';
import type { Change } from './deviceStore';

export interface Photo {
  id: string;
  /** The field of the act that it belongs to. */
  field: string;
  name: string;
  size: number;
  type: string;
  /** What the server made of it, once it is there. */
  ref: AttachmentRef | null;
}

export interface Waiting {
  /** Its place in the order. */
  id: string;
  /** The act's one key. */
  key: string;
  caseNo: string;
  kind: string;
  act: string;
  label: string;
  /** The version of the case that was before the officer's eyes. */
  base: number;
  body: Values;
  /** What was typed, to be looked at and mended. */
  values: Values;
  photos: Photo[];
  doneAt: string;
  state: 'WAITING' | 'REFUSED' | 'CONFLICT';
  refusal: { words: string; errors: FieldError[] } | null;
  conflict: CurrentState | null;
}

export interface Server {
  send(item: Waiting, body: Values): Promise<ActAnswer>;
  upload(photo: Photo, bytes: ArrayBuffer): Promise<AttachmentRef>;
}

export type Outcome = 'sent' | 'offline' | 'signedOut' | 'later';

const DIGITS = 12;

/** Numbers that sort as text. */
export const placeAfter = (items: readonly Waiting[]): string =>
  String(Math.max(0, ...items.map((one) => Number(one.id))) + 1).padStart(DIGITS, '0');

export const queued = (chest: Chest): Promise<Waiting[]> => chest.all<Waiting>('queue');

/** Puts an act at the end, or back in its place when it was mended; the form goes in the same change. */
export async function enqueue(chest: Chest, item: Waiting, photos: ReadonlyMap<string, BufferSource>, form: string): Promise<void> {
  const changes: Change[] = [await chest.put('queue', item.id, item), { table: 'forms', key: form, drop: true }];
  for (const photo of item.photos) {
    const bytes = photos.get(photo.id);
    if (bytes !== undefined) {
      changes.push(await chest.putBytes('photos', photo.id, bytes));
    }
  }
  await chest.change(changes);
}

const photosGone = (item: Waiting): Change[] => item.photos.map(({ id }) => ({ table: 'photos', key: id, drop: true }));

export function discard(chest: Chest, item: Waiting): Promise<void> {
  return chest.change([{ table: 'queue', key: item.id, drop: true }, ...photosGone(item)]);
}

export async function keep(chest: Chest, item: Waiting): Promise<void> {
  await chest.change([await chest.put('queue', item.id, item)]);
}

/** What goes to the server: what was answered, the photos by the server's numbers, and the hour of this device. */
export function bodyToSend(item: Waiting): Values {
  const body: Values = { ...item.body, doneAt: item.doneAt };
  for (const { field, ref } of item.photos) {
    if (ref !== null) {
      body[field] = [...((body[field] as string[] | undefined) ?? []), ref.attachmentId];
    }
  }
  return body;
}

/**
 * Sends what waits, in order. A case with something refused waits behind it; other cases go on. Stops where there is no
 * network or nobody is signed in.
 *
 * @param taken hears of each act that the server has
 */
export async function sendAll(chest: Chest, server: Server, taken: (item: Waiting, answer: ActAnswer) => void): Promise<Outcome> {
  const held = new Set<string>();
  for (const { id } of await queued(chest)) {
    const item = await chest.get<Waiting>('queue', id);
    if (item === null || held.has(item.caseNo)) {
      continue;
    }
    if (item.state !== 'WAITING') {
      held.add(item.caseNo);
      continue;
    }
    const outcome = await sendOne(chest, server, item, taken);
    if (outcome === 'held') {
      held.add(item.caseNo);
    } else if (outcome !== 'sent') {
      return outcome;
    }
  }
  return 'sent';
}

async function sendOne(
  chest: Chest,
  server: Server,
  item: Waiting,
  taken: (item: Waiting, answer: ActAnswer) => void,
): Promise<Outcome | 'held'> {
  try {
    const ready = await withPhotos(chest, server, item);
    const answer = await server.send(ready, bodyToSend(ready));
    await settle(chest, ready, answer);
    taken(ready, answer);
    return 'sent';
  } catch (error) {
    const status = statusOf(error);
    if (isOffline(error)) return 'offline';
    if (status === 401) return 'signedOut';
    if (status === 0) throw error;
    if (status === 429 || status >= 500) return 'later';
    await keep(chest, refusedBy(error, item));
    return 'held';
  }
}

/** Each photo is kept with its number before the next goes, so that none is sent twice. */
async function withPhotos(chest: Chest, server: Server, item: Waiting): Promise<Waiting> {
  let now = item;
  for (const photo of item.photos) {
    const bytes = photo.ref === null ? await chest.bytes('photos', photo.id) : null;
    if (bytes !== null) {
      const ref = await server.upload(photo, bytes);
      now = { ...now, photos: now.photos.map((one) => (one.id === photo.id ? { ...one, ref } : one)) };
      await keep(chest, now);
    }
  }
  return now;
}

function refusedBy(error: unknown, item: Waiting): Waiting {
  const conflict = currentOf(error);
  return conflict !== null
    ? { ...item, state: 'CONFLICT', conflict, refusal: null }
    : { ...item, state: 'REFUSED', conflict: null, refusal: { words: wordsOf(error), errors: fieldErrorsOf(error) } };
}

/**
 * The server has it. Acts on the same case that were written before the same version now stand on the version that this
 * one made: by the number of its own entries, and not by what the answer says, which may count somebody else's.
 */
async function settle(chest: Chest, item: Waiting, answer: ActAnswer): Promise<void> {
  const others = (await queued(chest)).filter((one) => one.id > item.id && one.caseNo === item.caseNo && one.base === item.base);
  const base = Math.min(answer.version, item.base + answer.entries.length);
  const moved = await Promise.all(others.map((one) => chest.put('queue', one.id, { ...one, base })));
  await chest.change([...moved, { table: 'queue', key: item.id, drop: true }, ...photosGone(item)]);
}
