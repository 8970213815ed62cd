import { createApp, createSSRApp, type App } from 'vue';
import { createRouter, type Router, type RouterHistory } from 'vue-router';
import { t } from '@/i18n/public';
import PublicShell from './PublicShell.vue';
import { routes } from './routes';

/** The public application; `hydrate` takes over the HTML that the build rendered. */
export function publicApp(history: RouterHistory, hydrate: boolean): { app: App; router: Router } {
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: to.hash }),
  });
  const app = hydrate ? createSSRApp(PublicShell) : createApp(PublicShell);
  app.use(router);
  return { app, router };
}

/** The title of the page shown, `有误：` in front when its form has errors. */
export function titleOf(router: Router, prefix = ''): string {
  const key = router.currentRoute.value.meta.title;
  return `${prefix}${key === undefined ? '' : `${t(key)} - `}${t('app.name')}`;
}
