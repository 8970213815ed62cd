import { createApp, createSSRApp, type App } from 'vue';
import { createRouter, type Router, type RouterHistory } from 'vue-router';
import { t } from '@/i18n/public';
import PublicShell from './PublicShell.vue';
import { routes } from './routes';
import { titleState } from './title';

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
export function titleOf(router: Router): string {
  const key = router.currentRoute.value.meta.title;
  const own = titleState.own() ?? (key === undefined ? null : t(key));
  return `${titleState.prefix()}${own === null ? '' : `${own} - `}${t('app.name')}`;
}
