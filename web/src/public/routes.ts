import type { RouteRecordRaw } from 'vue-router';
import type { PublicKey } from '@/i18n/public';

declare module 'vue-router' {
  interface RouteMeta {
    /** Words of the page's title. */
    title?: PublicKey;
  }
}

/** Each page: its address, its title, its file. The build renders every one of them once as plain HTML. */
export const pages = [
  { path: '/', title: 'home.title', file: 'Home' },
  { path: '/submit', title: 'nav.submit', file: 'Submit' },
  { path: '/submitted', title: 'nav.submitted', file: 'Submitted' },
  { path: '/track', title: 'nav.track', file: 'Track' },
  { path: '/mediation', title: 'nav.mediation', file: 'Mediation' },
  { path: '/law', title: 'nav.law', file: 'Law' },
  { path: '/help', title: 'nav.help', file: 'Help' },
  { path: '/privacy', title: 'nav.privacy', file: 'Privacy' },
  { path: '/accessibility', title: 'nav.accessibility', file: 'Accessibility' },
] as const satisfies readonly { path: string; title: PublicKey; file: string }[];

const files = import.meta.glob<{ default: object }>('./pages/*.vue');

const load = (file: string) => files[`./pages/${file}.vue`] as () => Promise<{ default: object }>;

export const routes: RouteRecordRaw[] = [
  ...pages.map(({ path, title, file }) => ({ path, component: load(file), meta: { title } })),
  { path: '/:rest(.*)*', component: load('NotFound'), meta: { title: 'notFound.title' } },
];
