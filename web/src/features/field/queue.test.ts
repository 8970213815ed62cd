import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '@/api/client';
import type { AttachmentRef } from '@/api/types';
import type { ActAnswer } from '@/features/casefile/types';
import type { Values } from '@/features/casefile/acts/values';
import { chestOf, type Chest } from './chest';
import { inMemory, type DeviceStore } from './deviceStore';
import { bodyToSend, discard, enqueue, keep, placeAfter, queued, sendAll, type Server, type Waiting } from './queue';
import { keyOf } from './sealing';
import type { Pass } from './types';
import { passChange, passOf, wipeCopies } from './wiping';

const KEY = btoa('0123456789abcdef0123456789abcdef');
const nothing = (): undefined => undefined;

/** A server that keeps the two rules of acts: one key acts once, and an old version is refused. */
class Bureau implements Server {
  readonly versions = new Map<string, number>([['A', 5], ['B', 3]]);
  readonly done: { caseNo: string; act: string; body: Values }[] = [];
  readonly uploads: string[] = [];
  private readonly keys = new Map<string, number>();
  /** The network dies before or after the server has acted, once. */
  dies: 'before' | 'after' | 'upload' | null = null;
  refuses: string | null = null;
  signedOut = false;
  status = 422;

  send(item: Waiting, body: Values): Promise<ActAnswer> {
    if (this.signedOut) return Promise.reject(new ApiError('problem', 401, null));
    if (this.dies === 'before') return this.offline();
    const entries = 2;
    if (!this.keys.has(item.key)) {
      const now = this.versions.get(item.caseNo) ?? 0;
      if (this.refuses === item.act) return this.problem(this.status, { detail: '这一步要先征求意愿。' });
      if (item.base !== now) return this.problem(409, { current: { version: now, stage: 'ACCEPTED', mergeable: false, changes: [] } });
      this.done.push({ caseNo: item.caseNo, act: item.act, body });
      this.versions.set(item.caseNo, now + entries);
      this.keys.set(item.key, now + entries);
    }
    if (this.dies === 'after') return this.offline();
    return Promise.resolve({
      caseNo: item.caseNo,
      stage: 'ACCEPTED',
      version: this.versions.get(item.caseNo) ?? 0,
      entries: Array.from({ length: entries }),
      deadlines: [],
      availableActs: [],
    });
  }

  upload(photo: { name: string }): Promise<AttachmentRef> {
    if (this.dies === 'upload' && this.uploads.length === 1) return this.offline();
    this.uploads.push(photo.name);
    return Promise.resolve({ attachmentId: `att-${photo.name}`, fileName: photo.name, size: 1, type: 'image/jpeg', sm3: '' });
  }

  colleague(caseNo: string): void {
    this.versions.set(caseNo, (this.versions.get(caseNo) ?? 0) + 1);
  }

  private offline<T>(): Promise<T> {
    this.dies = null;
    return Promise.reject(new ApiError('offline', 0, null));
  }

  private problem<T>(status: number, more: object): Promise<T> {
    return Promise.reject(new ApiError('problem', status, { type: '', title: '', status, ...more } as never));
  }
}

let store: DeviceStore;
let chest: Chest;
let bureau: Bureau;

const act = (id: number, caseNo: string, name: string, base: number): Waiting => ({
  id: placeAfter(Array.from({ length: id - 1 }, (_one, at) => ({ id: String(at + 1) }) as Waiting)),
  key: `key-${id}`,
  caseNo,
  kind: 'COMPLAINT',
  act: name,
  label: name,
  base,
  body: { text: name },
  values: { text: name },
  photos: [],
  doneAt: '2026-05-06T10:20:00+08:00',
  state: 'WAITING',
  refusal: null,
  conflict: null,
});

const put = (item: Waiting): Promise<void> => enqueue(chest, item, new Map(), `${item.caseNo} ${item.act}`);
const send = (): ReturnType<typeof sendAll> => sendAll(chest, bureau, nothing);
const names = async (): Promise<string[]> => (await queued(chest)).map(({ act: name, state }) => `${name} ${state}`);

describe('what was done without network', () => {
  beforeEach(async () => {
    store = inMemory();
    chest = chestOf(store, await keyOf(KEY));
    bureau = new Bureau();
  });

  it('goes in its order, each on the version that the one before made', async () => {
    await put(act(1, 'A', 'accept', 5));
    await put(act(2, 'A', 'record-consent', 5));
    await put(act(3, 'B', 'verify', 3));
    expect(await send()).toBe('sent');
    expect(bureau.done.map((one) => one.act)).toEqual(['accept', 'record-consent', 'verify']);
    expect(await queued(chest)).toEqual([]);
  });

  it('is acted upon once when the answer was lost and the page died', async () => {
    await put(act(1, 'A', 'accept', 5));
    await put(act(2, 'A', 'record-consent', 5));
    bureau.dies = 'after';
    expect(await send()).toBe('offline');
    expect(await names()).toEqual(['accept WAITING', 'record-consent WAITING']);
    // another page, opened later from the same disk
    chest = chestOf(store, await keyOf(KEY));
    expect(await send()).toBe('sent');
    expect(bureau.done.map((one) => one.act)).toEqual(['accept', 'record-consent']);
  });

  it('does not slip past a colleague who acted between the lost answer and the second try', async () => {
    await put(act(1, 'A', 'accept', 5));
    await put(act(2, 'A', 'record-consent', 5));
    bureau.dies = 'after';
    await send();
    bureau.colleague('A');
    await send();
    expect(await names()).toEqual(['record-consent CONFLICT']);
    expect(bureau.done.map((one) => one.act)).toEqual(['accept']);
  });

  it('waits with both sides when a colleague was first, holds back the rest of that case and no other', async () => {
    await put(act(1, 'A', 'accept', 5));
    await put(act(2, 'A', 'record-consent', 5));
    await put(act(3, 'B', 'verify', 3));
    bureau.colleague('A');
    expect(await send()).toBe('sent');
    await send();
    expect(await names()).toEqual(['accept CONFLICT', 'record-consent WAITING']);
    expect(bureau.done.map((one) => one.act)).toEqual(['verify']);
    const stopped = (await queued(chest))[0] as Waiting;
    expect(stopped.conflict?.version).toBe(6);
    expect(stopped.values).toEqual({ text: 'accept' });
  });

  it('goes on the new version by one press, under its own key', async () => {
    await put(act(1, 'A', 'accept', 5));
    bureau.colleague('A');
    await send();
    const stopped = (await queued(chest))[0] as Waiting;
    await keep(chest, { ...stopped, base: stopped.conflict?.version ?? 0, state: 'WAITING', conflict: null });
    await send();
    expect(bureau.done.map((one) => one.act)).toEqual(['accept']);
    expect(await queued(chest)).toEqual([]);
  });

  it('stays with the server’s sentence when it was refused, until it is mended or discarded', async () => {
    await put(act(1, 'A', 'settle', 5));
    bureau.refuses = 'settle';
    await send();
    await send();
    const [refused] = await queued(chest);
    expect(refused?.refusal?.words).toBe('这一步要先征求意愿。');
    expect(refused?.values).toEqual({ text: 'settle' });
    await discard(chest, refused as Waiting);
    expect(await queued(chest)).toEqual([]);
  });

  it('stays as it is where there is no network, nobody signed in, or a server in trouble', async () => {
    await put(act(1, 'A', 'accept', 5));
    bureau.dies = 'before';
    expect(await send()).toBe('offline');
    bureau.signedOut = true;
    expect(await send()).toBe('signedOut');
    bureau.signedOut = false;
    Object.assign(bureau, { refuses: 'accept', status: 503 });
    expect(await send()).toBe('later');
    expect(await names()).toEqual(['accept WAITING']);
  });

  it('sends no photo twice, and names each by the server’s number', async () => {
    const photo = (name: string) => ({ id: name, field: 'attachments', name, size: 1, type: 'image/jpeg', ref: null });
    const item = { ...act(1, 'A', 'record-site', 5), photos: [photo('a'), photo('b')] };
    const bytes = new Map([['a', new Uint8Array([1])], ['b', new Uint8Array([2])]]);
    await enqueue(chest, item, bytes, 'form');
    bureau.dies = 'upload';
    expect(await send()).toBe('offline');
    expect(await send()).toBe('sent');
    expect(bureau.uploads).toEqual(['a', 'b']);
    expect(bureau.done[0]?.body['attachments']).toEqual(['att-a', 'att-b']);
    expect(await store.all('photos')).toEqual([]);
  });

  it('says when it was done, beside what is sent', () => {
    expect(bodyToSend(act(1, 'A', 'accept', 5))).toEqual({ text: 'accept', doneAt: '2026-05-06T10:20:00+08:00' });
  });

  it('takes its form out of the drafts in the same change', async () => {
    await chest.change([await chest.put('forms', 'A accept', { words: 1 })]);
    await put(act(1, 'A', 'accept', 5));
    expect(await store.all('forms')).toEqual([]);
  });
});

describe('the end of the copies', () => {
  const pass: Pass = {
    passId: 'p',
    personId: 'p-1',
    person: '李明',
    roles: [],
    takenAt: '2026-05-06T08:00:00+08:00',
    expiresAt: '2026-05-09T08:00:00+08:00',
    lock: { salt: new Uint8Array(1), rounds: 1, wrapped: { iv: new Uint8Array(1), data: new ArrayBuffer(1) } },
    wrong: 0,
    wiped: null,
  };

  beforeEach(async () => {
    store = inMemory();
    chest = chestOf(store, await keyOf(KEY));
    await chest.change([passChange(pass), await chest.put('cases', 'A', {}), await chest.put('reference', 'r', {})]);
  });

  it('takes everything when nothing waits', async () => {
    expect(await wipeCopies(store, 'EXPIRED')).toBeNull();
    expect(await passOf(store)).toBeNull();
    expect(await store.all('cases')).toEqual([]);
  });

  it('leaves what was not sent, without the lock that the PIN opens', async () => {
    await put(act(1, 'A', 'accept', 5));
    await wipeCopies(store, 'WRONG_PIN');
    expect(await store.all('cases')).toEqual([]);
    expect(await store.all('reference')).toEqual([]);
    expect(await passOf(store)).toMatchObject({ lock: null, wiped: 'WRONG_PIN' });
    expect((await queued(chestOf(store, await keyOf(KEY)))).map((one) => one.act)).toEqual(['accept']);
  });
});
