import { tabStore } from '@/features/intake/tabStore';
import type { Pass } from './guestDoor';

/** How this tab came to the room: the link's secret, and the pass that opened it. */
export interface KeptPass {
  token: string;
  pass: Pass | null;
}

/** One for all pages of the tab: a page that gets a pass hands it to the room's page here, never in an address. */
export const passKeeper = tabStore<KeptPass>('fangxin.mediation');

/** A pass that came of the person's own page, without a link. */
export function handOver(pass: Pass): void {
  passKeeper.write({ token: '', pass });
}
