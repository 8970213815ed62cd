import type { Change, DeviceStore, Table } from './deviceStore';
import { open, openBytes, seal, sealBytes, type Sealed } from './sealing';

/** The store with the key in its lock: everything goes in sealed for its place and comes out opened. */
export interface Chest {
  get<T>(table: Table, key: string): Promise<T | null>;
  all<T>(table: Table): Promise<T[]>;
  put(table: Table, key: string, value: unknown): Promise<Change>;
  putBytes(table: Table, key: string, bytes: BufferSource): Promise<Change>;
  bytes(table: Table, key: string): Promise<ArrayBuffer | null>;
  change(changes: Change[]): Promise<void>;
}

export function chestOf(store: DeviceStore, key: CryptoKey): Chest {
  const place = (table: Table, name: string): string => `${table}/${name}`;
  return {
    async get<T>(table: Table, name: string): Promise<T | null> {
      const sealed = (await store.get(table, name)) as Sealed | undefined;
      return sealed === undefined ? null : open<T>(key, place(table, name), sealed);
    },
    async all<T>(table: Table): Promise<T[]> {
      const rows = await store.all(table);
      return Promise.all(rows.map(([name, sealed]) => open<T>(key, place(table, name), sealed as Sealed)));
    },
    async put(table, name, value) {
      return { table, key: name, put: await seal(key, place(table, name), value) };
    },
    async putBytes(table, name, bytes) {
      return { table, key: name, put: await sealBytes(key, place(table, name), bytes) };
    },
    async bytes(table, name) {
      const sealed = (await store.get(table, name)) as Sealed | undefined;
      return sealed === undefined ? null : openBytes(key, place(table, name), sealed);
    },
    change: (changes) => store.change(changes),
  };
}
