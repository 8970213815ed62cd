import type { Component } from 'vue';
import type { CaseDetail } from '../types';

/** A tab of the case page that another room provides; its page takes {@code item} and may ask for {@code reload}. */
export interface RoomTab {
  /** Its name in the address. */
  id: string;
  /** What stands on it, in the language of the moment. */
  label: () => string;
  /** Whether this case has it, by what the server sent and nothing else. */
  shown: (item: CaseDetail) => boolean;
  page: Component;
}

/** In the order of the page. */
export const roomTabs: readonly RoomTab[] = [];
