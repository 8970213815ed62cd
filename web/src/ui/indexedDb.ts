import type { DraftStore } from './draftKeeper';

const database = 'fangxin';
const table = 'drafts';

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('IndexedDB'));
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  if (typeof indexedDB === 'undefined') {
    throw new DOMException('no IndexedDB', 'NotSupportedError');
  }
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  const db = await settle(opening);
  try {
    return await settle(work(db.transaction(table, mode).objectStore(table)));
  } finally {
    db.close();
  }
}

/** Drafts in this browser's IndexedDB. */
export const indexedDbStore: DraftStore = {
  get: (key) => within('readonly', (store) => store.get(key) as IDBRequest<unknown>),
  set: async (key, value) => {
    await within('readwrite', (store) => store.put(value, key));
  },
  remove: async (key) => {
    await within('readwrite', (store) => store.delete(key));
  },
};
