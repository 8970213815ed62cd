import { shallowRef } from 'vue';
import { t as ui } from '@/i18n/ui';

const hasErrors = shallowRef(false);
const own = shallowRef<string | null>(null);

/** Puts 有误： in front of the page's title while its form has errors. */
export function prefixTitle(on: boolean): void {
  hasErrors.value = on;
}

/** A title of the page's own, such as the question that a form is at; null for the usual one. Never personal. */
export function ownTitle(title: string | null): void {
  own.value = title;
}

export const titleState = {
  prefix: (): string => (hasErrors.value ? ui('field.error') : ''),
  own: (): string | null => own.value,
};

export function resetTitle(): void {
  hasErrors.value = false;
  own.value = null;
}
