import { watchEffect } from 'vue';
import { createWebHistory } from 'vue-router';
import { rememberEarlyInput } from '@/features/intake/early';
import '@/ui/tokens.css';
import './public.css';
import './forms.css';
import './pages.css';
import { publicApp, titleOf } from './app';
import { applyPreferences } from './preferences';
import { resetTitle } from './title';

const place = document.getElementById('app');
if (place === null) {
  throw new Error('public.html has no #app');
}
applyPreferences();
rememberEarlyInput(document);
const { app, router } = publicApp(createWebHistory(), place.firstElementChild !== null);
router.beforeEach((to, from) => {
  if (to.path !== from.path) {
    resetTitle();
  }
});
watchEffect(() => {
  document.title = titleOf(router);
});
void router.isReady().then(() => app.mount(place));
