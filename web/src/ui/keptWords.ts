import { customRef, type Ref } from 'vue';

const words = new Map<string, string>();
const place = (key: string): string => `fangxin.kept.${key}`;

/** Words being typed: kept in this tab's storage, gone with the tab, so that a reload loses nothing. */
export function keptWords(key: string): Ref<string> {
  return customRef((track, trigger) => ({
    get() {
      track();
      return words.get(key) ?? read(key);
    },
    set(text: string) {
      words.set(key, text);
      write(key, text);
      trigger();
    },
  }));
}

/** After they were sent. */
export function forgetWords(key: string): void {
  words.delete(key);
  write(key, '');
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(place(key)) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') {
      sessionStorage.removeItem(place(key));
    } else {
      sessionStorage.setItem(place(key), text);
    }
  } catch {
    // storage is shut on this device: the words live as long as the page
  }
}
