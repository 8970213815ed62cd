import { readonly, shallowRef } from 'vue';
import { days, now } from './when';

/** What is kept: the draft, and when it was last written. */
export interface Kept<T> {
  savedAt: number;
  value: T;
}

/** Where drafts lie; IndexedDB in the browser, a map in tests. */
export interface DraftStore {
  get: (key: string) => Promise<unknown>;
  set: (key: string, value: unknown) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

export type DraftState = 'idle' | 'saving' | 'saved' | 'off' | 'failed';

const sevenDays = days(7);
const quiet = 400;

/**
 * Keeps what is being written: at most half a second of typing is ever at risk, and nothing is kept longer than seven
 * days. Turned off on a public computer, it forgets and keeps nothing.
 */
export class DraftKeeper<T> {
  readonly #state = shallowRef<DraftState>('idle');
  readonly state = readonly(this.#state);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: T | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: DraftStore,
    private readonly key: string,
    private readonly clock: () => number = now,
  ) {}

  /** The draft of the last seven days; null when there is none. A store that cannot be read has none. */
  async load(): Promise<T | null> {
    try {
      const kept = (await this.store.get(this.key)) as Kept<T> | undefined;
      if (kept === undefined) {
        return null;
      }
      if (this.clock() - kept.savedAt > sevenDays) {
        await this.store.remove(this.key);
        return null;
      }
      return kept.value;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  /** Writes the draft when typing pauses. */
  keep(value: T): void {
    if (this.#state.value === 'off') {
      return;
    }
    this.#waiting = value;
    this.#state.value = 'saving';
    this.#timer ??= setTimeout(() => void this.flush(), quiet);
  }

  /** Writes at once what waits, e.g. when the page is being left. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const value = this.#waiting;
    this.#waiting = undefined;
    if (value !== undefined) {
      this.#writing = this.#writing.then(() => this.#write(value));
    }
    return this.#writing;
  }

  /** Forgets the draft; keeping goes on with what is written next. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    await this.#writing;
    try {
      await this.store.remove(this.key);
      this.#state.value = this.#state.value === 'off' ? 'off' : 'idle';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A public computer: forgets, and keeps nothing from now on. */
  async turnOff(): Promise<void> {
    this.#state.value = 'off';
    await this.forget();
    this.#state.value = 'off';
  }

  turnOn(): void {
    this.#state.value = 'idle';
  }

  async #write(value: T): Promise<void> {
    if (this.#state.value === 'off') {
      return;
    }
    try {
      await this.store.set(this.key, { savedAt: this.clock(), value } satisfies Kept<T>);
      this.#state.value = this.#waiting === undefined ? 'saved' : 'saving';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A browser may refuse to keep anything (private window, full disk): the page says so and goes on. */
  #fail(error: unknown): void {
    if (!(error instanceof DOMException)) {
      throw error;
    }
    this.#state.value = 'failed';
  }
}
