/** What a person likes at this desk: language and row height, kept in the browser. */
import { ref, watch } from 'vue';
import { setLocale, type Locale } from '@/i18n';

export type Density = 'compact' | 'comfortable' | 'touch';

export const densities: readonly Density[] = ['compact', 'comfortable', 'touch'];

const DENSITY = 'fangxin.density';
const LANGUAGE = 'fangxin.language';

const keptDensity = localStorage.getItem(DENSITY);
export const density = ref<Density>(densities.find((one) => one === keptDensity) ?? 'compact');

watch(
  density,
  (value) => {
    document.documentElement.dataset['density'] = value;
    localStorage.setItem(DENSITY, value);
  },
  { immediate: true },
);

export async function chooseLanguage(language: Locale): Promise<void> {
  await setLocale(language);
  localStorage.setItem(LANGUAGE, language);
}

/** The language chosen last time; Chinese when none was. */
export async function rememberLanguage(): Promise<void> {
  if (localStorage.getItem(LANGUAGE) === 'en') {
    await setLocale('en');
  }
}
