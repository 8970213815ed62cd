/** Values of this tab only: gone when it is closed, and never written at all on a public computer. */
export interface TabStore<T> {
  read: () => T | null;
  write: (value: T) => void;
  clear: () => void;
}

const publicKey = 'fangxin.publicComputer';

let memoryOnly = false;

/** On a public computer nothing is written but this very choice, which outlives a reload of the tab. */
export function keepInMemoryOnly(on: boolean): void {
  memoryOnly = on;
  quietly(() => (on ? sessionStorage.setItem(publicKey, 'yes') : sessionStorage.removeItem(publicKey)));
}

/** Whether this tab was said to be on a public computer. */
export function isPublicComputer(): boolean {
  memoryOnly ||= quietly(() => sessionStorage.getItem(publicKey) !== null) ?? false;
  return memoryOnly;
}

export function tabStore<T>(key: string): TabStore<T> {
  let memory: T | null = null;
  return {
    read() {
      memory ??= quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null) ?? null;
      return memory;
    },
    write(value) {
      memory = value;
      quietly(() => (memoryOnly ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(value))));
    },
    clear() {
      memory = null;
      quietly(() => sessionStorage.removeItem(key));
    },
  };
}

/** A browser may forbid storage; the value then lives in memory, as long as the page. */
function quietly<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) {
      return undefined;
    }
    throw error;
  }
}
