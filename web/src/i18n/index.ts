import { readonly, shallowRef } from 'vue';

/** Chinese first; English is fetched when somebody asks for it. */
export type Locale = 'zh-CN' | 'en';

export type Params = Record<string, string | number>;

type Table = Readonly<Record<string, string>>;

const current = shallowRef<Locale>('zh-CN');
const loaders: (() => Promise<void>)[] = [];

export const locale = readonly(current);

/** Changes the language of every area; the words switch together, when the last file is there. */
export async function setLocale(next: Locale): Promise<void> {
  if (next === 'en') {
    await Promise.all(loaders.map((load) => load()));
  }
  current.value = next;
  document.documentElement.lang = next;
}

/**
 * The words of one area of the screens (public pages, desk, shared parts), as a typed `t`.
 *
 * @param zh the Chinese words: the authority, always loaded
 * @param fetchEnglish the same keys in English
 */
export function area<T extends Table>(zh: T, fetchEnglish: () => Promise<{ default: Record<keyof T, string> }>) {
  const english = shallowRef<Record<keyof T, string> | null>(null);
  const load = async (): Promise<void> => {
    english.value ??= (await fetchEnglish()).default;
  };
  loaders.push(load);
  if (current.value === 'en') {
    void load();
  }
  return function t(key: keyof T, params?: Params): string {
    const table: Record<keyof T, string> = current.value === 'en' && english.value !== null ? english.value : zh;
    return fill(table[key], params);
  };
}

/** Puts values into `{name}` places; a place without a value stays visible, so that it is noticed. */
export function fill(text: string, params?: Params): string {
  if (params === undefined) {
    return text;
  }
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
