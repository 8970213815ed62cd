import type { Ref } from 'vue';

/** How drafts reach the server, and whose they are: the officers' desk and the merchants' each have a door of their own. */
export interface DraftDoor {
  /** The id of who is signed in; empty for nobody. */
  owner: () => string;
  get: <T>(path: string) => Promise<T>;
  put: <T>(path: string, body: unknown) => Promise<T>;
  remove: (path: string) => Promise<unknown>;
  /** Whether the server does not answer at the moment. */
  offline: Readonly<Ref<boolean>>;
  /** Calls the task each time the connection is back; the answer stops that. */
  whenBack: (task: () => void) => () => void;
}

let door: DraftDoor | null = null;

/** Before a form is opened: once for each desk. */
export function useDraftDoor(own: DraftDoor): void {
  door = own;
}

export function draftDoor(): DraftDoor {
  if (door === null) {
    throw new Error('no door for drafts');
  }
  return door;
}
