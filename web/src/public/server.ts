import { renderToString } from 'vue/server-renderer';
import { createMemoryHistory } from 'vue-router';
import { publicApp, titleOf } from './app';
import { pages } from './routes';

export { pages };

/** Renders one public page as the build's plain HTML; used by `scripts/prerender.mjs` only. */
export async function render(path: string): Promise<{ html: string; title: string }> {
  const { app, router } = publicApp(createMemoryHistory(), true);
  await router.push(path);
  await router.isReady();
  return { html: await renderToString(app), title: titleOf(router) };
}
