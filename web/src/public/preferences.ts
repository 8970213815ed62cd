import { readonly, shallowRef } from 'vue';
import { setLocale, type Locale } from '@/i18n';

export type Size = 'standard' | 'large' | 'larger';

interface Preferences {
  size: Size;
  elder: boolean;
  contrast: boolean;
  language: Locale;
}

const key = 'fangxin.preferences';
const sizes: readonly Size[] = ['standard', 'large', 'larger'];
const usual: Preferences = { size: 'standard', elder: false, contrast: false, language: 'zh-CN' };

const current = shallowRef<Preferences>(usual);

/** How this person wants the pages to look; remembered on this device. */
export const preferences = readonly(current);

/** Reads what was chosen last time; before the first paint of the application. */
export function applyPreferences(): void {
  show(remembered());
}

/** The language waits until the page is taken over, or its words would differ from the rendered HTML. */
export const applyLanguage = (): Promise<void> => setLocale(remembered().language);

export function choose(change: Partial<Preferences>): void {
  const next = { ...remembered(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch (error) {
    // A browser that keeps nothing still shows the choice until the page is left.
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
  current.value = next;
  show(next);
}

export const nextSize = (size: Size): Size => sizes[(sizes.indexOf(size) + 1) % sizes.length] ?? 'standard';

/** Makes the remembered choice the one that the shell's buttons show. */
export function wakePreferences(): void {
  current.value = remembered();
}

function show(chosen: Preferences): void {
  const root = document.documentElement;
  root.dataset.size = chosen.size;
  root.dataset.mode = chosen.elder ? 'elder' : 'standard';
  root.dataset.contrast = chosen.elder && chosen.contrast ? 'high' : 'standard';
}

function remembered(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Preferences> | null;
    return stored === null ? current.value : { ...usual, ...stored };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) {
      return current.value;
    }
    throw error;
  }
}
