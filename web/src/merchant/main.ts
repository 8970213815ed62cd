import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import '@/ui/tokens.css';
import '@/public/public.css';
import '@/public/forms.css';
import '@/public/pages.css';
import './draftDoor';
import MerchantShell from './MerchantShell.vue';
import { routes } from './routes';

const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
createApp(MerchantShell).use(router).mount('#app');
