import { createWebHistory } from 'vue-router';
import '@/ui/tokens.css';
import './public.css';
import { publicApp, titleOf } from './app';
import { applyPreferences } from './preferences';

const place = document.getElementById('app');
if (place === null) {
  throw new Error('public.html has no #app');
}
applyPreferences();
const { app, router } = publicApp(createWebHistory(), place.firstElementChild !== null);
router.afterEach(() => {
  document.title = titleOf(router);
});
void router.isReady().then(() => app.mount(place));
