import { shallowRef } from 'vue';
import { markRead, readInbox, type Inbox } from './notices';

/** The officer's inbox, shared by its page and the count in the menu. */
export const inbox = shallowRef<Inbox | null>(null);

export async function learnInbox(): Promise<void> {
  inbox.value = await readInbox();
}

export async function readAll(): Promise<void> {
  const newest = inbox.value?.items[0]?.itemId;
  if (newest !== undefined) {
    inbox.value = await markRead(newest);
  }
}
