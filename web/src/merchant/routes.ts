import type { RouteRecordRaw } from 'vue-router';
import InboxPage from '@/features/greenchannel/merchant/InboxPage.vue';

/** The merchant's desk: few pages, so that a shopkeeper's telephone fetches little. */
export const routes: RouteRecordRaw[] = [
  { path: '/merchant', component: InboxPage },
  { path: '/merchant/items/:no', component: () => import('@/features/greenchannel/merchant/ItemPage.vue'), props: true },
  { path: '/merchant/people', component: () => import('@/features/greenchannel/merchant/PeoplePage.vue') },
  { path: '/merchant/figures', component: () => import('@/features/greenchannel/merchant/FiguresPage.vue') },
  { path: '/merchant/security', component: () => import('@/features/greenchannel/merchant/SecurityPage.vue') },
  { path: '/merchant/join', component: () => import('@/features/greenchannel/merchant/JoinPage.vue'), meta: { open: true } },
  { path: '/:rest(.*)*', component: () => import('./MissingPage.vue'), meta: { open: true } },
];
