/** Where things of the field lie on the device. A change of several of them is whole or is not. */

export const tables = ['pass', 'cases', 'queue', 'photos', 'forms', 'reference'] as const;
export type Table = (typeof tables)[number];

export type Change =
  | { table: Table; key: string; put: unknown }
  | { table: Table; key: string; drop: true }
  | { table: Table; empty: true };

export interface DeviceStore {
  get(table: Table, key: string): Promise<unknown>;
  /** All of a table, by key in its order. */
  all(table: Table): Promise<[string, unknown][]>;
  /** Done on the disk, whole, when it resolves. */
  change(changes: Change[]): Promise<void>;
}

const DATABASE = 'fangxin-field';

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('IndexedDB'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('IndexedDB'));
  });
}

async function within<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => tables.forEach((table) => opening.result.createObjectStore(table));
  const db = await settle(opening);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

function apply(transaction: IDBTransaction, change: Change): void {
  const store = transaction.objectStore(change.table);
  if ('empty' in change) {
    store.clear();
  } else if ('drop' in change) {
    store.delete(change.key);
  } else {
    store.put(change.put, change.key);
  }
}

/** In IndexedDB, written through to the disk before it counts. */
export const onThisDevice: DeviceStore = {
  get: (table, key) => within((db) => settle(db.transaction(table).objectStore(table).get(key) as IDBRequest<unknown>)),
  all: (table) =>
    within(async (db) => {
      const store = db.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll() as IDBRequest<unknown[]>)]);
      return keys.map((key, at): [string, unknown] => [String(key), values[at]]);
    }),
  change: (changes) =>
    within(async (db) => {
      const transaction = db.transaction([...tables], 'readwrite', { durability: 'strict' });
      const done = finished(transaction);
      changes.forEach((one) => apply(transaction, one));
      await done;
    }),
};

/** The same in memory: for tests. */
export function inMemory(): DeviceStore {
  const held = new Map(tables.map((table) => [table, new Map<string, unknown>()]));
  const of = (table: Table): Map<string, unknown> => held.get(table) ?? new Map<string, unknown>();
  return {
    get: (table, key) => Promise.resolve(of(table).get(key)),
    all: (table) => Promise.resolve([...of(table)].sort(([a], [b]) => (a < b ? -1 : 1))),
    change: (changes) => {
      for (const change of changes) {
        if ('empty' in change) of(change.table).clear();
        else if ('drop' in change) of(change.table).delete(change.key);
        else of(change.table).set(change.key, change.put);
      }
      return Promise.resolve();
    },
  };
}
