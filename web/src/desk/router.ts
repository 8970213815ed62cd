import { createRouter, createWebHistory, type RouteRecordRaw, type Router } from 'vue-router';
import { atWork, holdsOneOf, learnSession, session } from '@/features/identity/session';
import { homeOf, rolesOf } from '@/features/identity/rooms';
import { isOffline } from './http';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in the desk's words. */
    heading?: string;
    /** Who may enter; nobody else learns that the page exists. */
    roles?: readonly string[];
    /** Open to people who have not signed in. */
    open?: boolean;
    /** Opens without network too, when nobody can be asked who is here: it shows only what is sealed on the device. */
    offline?: boolean;
  }
}

const room = (id: string): { heading: string; roles: readonly string[] } => ({ heading: `room.${id}`, roles: rolesOf(id) });

export const routes: RouteRecordRaw[] = [
  { path: '/', alias: ['/desk', '/admin'], name: 'home', component: () => import('./NotFound.vue'), meta: { open: true } },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('@/features/identity/SignInPage.vue'),
    meta: { heading: 'signIn.title', open: true },
  },
  {
    path: '/desk/cases',
    name: 'cases',
    component: () => import('@/features/casefile/WorklistPage.vue'),
    meta: room('cases'),
  },
  {
    path: '/desk/cases/:caseNo',
    name: 'case',
    component: () => import('@/features/casefile/CasePage.vue'),
    props: true,
    meta: room('cases'),
  },
  {
    path: '/desk/search',
    name: 'search',
    component: () => import('@/features/search/SearchPage.vue'),
    meta: { heading: 'search', roles: rolesOf('cases') },
  },
  {
    path: '/desk/mediation',
    name: 'mediation',
    component: () => import('@/features/mediation/diary/DiaryPage.vue'),
    meta: room('mediation'),
  },
  {
    path: '/desk/approvals',
    name: 'approvals',
    component: () => import('@/features/approval/ApprovalsPage.vue'),
    meta: room('approvals'),
  },
  {
    path: '/desk/inspection',
    name: 'inspection',
    component: () => import('@/features/inspection/InspectionPage.vue'),
    meta: room('inspection'),
  },
  {
    path: '/desk/samples/:id',
    name: 'sample',
    component: () => import('@/features/inspection/SamplePage.vue'),
    props: true,
    meta: room('inspection'),
  },
  {
    path: '/desk/penalty-files',
    name: 'penalty-files',
    component: () => import('@/features/enforcement/PenaltyPage.vue'),
    meta: room('penalties'),
  },
  {
    path: '/desk/major-cases',
    name: 'major-cases',
    component: () => import('@/features/supervision/MajorPage.vue'),
    meta: room('majorCases'),
  },
  {
    path: '/desk/transfers',
    name: 'transfers',
    component: () => import('@/features/enforcement/TransfersPage.vue'),
    meta: room('transfers'),
  },
  { path: '/desk/retention', name: 'retention', component: () => import('@/features/retention/RetentionPage.vue'), meta: room('retention') },
  {
    path: '/desk/retention/:listNo',
    name: 'disposal-list',
    component: () => import('@/features/retention/ListPage.vue'),
    props: true,
    meta: room('retention'),
  },
  { path: '/desk/rapid', name: 'rapid', component: () => import('@/features/rapid/BoardPage.vue'), meta: room('rapid') },
  {
    path: '/desk/knowledge',
    name: 'knowledge',
    component: () => import('@/features/knowledge/KnowledgePage.vue'),
    meta: room('knowledge'),
  },
  {
    path: '/desk/suggestions',
    name: 'suggestions',
    component: () => import('@/features/suggestions/SuggestionsPage.vue'),
    meta: room('suggestions'),
  },
  { path: '/desk/roster', name: 'roster', component: () => import('@/features/rapid/RosterPage.vue'), meta: room('roster') },
  { path: '/desk/person', name: 'person', component: () => import('@/features/search/PersonPage.vue'), meta: room('person') },
  { path: '/desk/workload', name: 'workload', component: () => import('@/features/staffing/WorkloadPage.vue'), meta: room('workload') },
  { path: '/desk/assignment-rules', name: 'assign-rules', component: () => import('@/features/staffing/RulesPage.vue'), meta: room('assignRules') },
  { path: '/desk/absences', name: 'absences', component: () => import('@/features/staffing/AbsencesPage.vue'), meta: room('absences') },
  { path: '/desk/field', name: 'field', component: () => import('@/features/field/FieldPage.vue'), meta: { ...room('field'), offline: true } },
  {
    path: '/desk/field/cases/:caseNo',
    name: 'field-case',
    component: () => import('@/features/field/FieldCase.vue'),
    props: true,
    meta: { ...room('field'), offline: true },
  },
  {
    path: '/desk/call',
    name: 'call',
    component: () => import('@/features/intake/register/RegisterPage.vue'),
    meta: room('call'),
  },
  {
    path: '/desk/imports/:importId?',
    name: 'imports',
    component: () => import('@/features/intake/imports/ImportPage.vue'),
    props: true,
    meta: room('imports'),
  },
  {
    path: '/desk/notices',
    name: 'notices',
    component: () => import('@/features/notice/NoticesPage.vue'),
    meta: room('notices'),
  },
  { path: '/desk/inbox', name: 'inbox', component: () => import('@/features/notice/InboxPage.vue'), meta: room('inbox') },
  {
    path: '/admin/notices',
    name: 'wordings',
    component: () => import('@/features/notice/WordingsPage.vue'),
    meta: room('wordings'),
  },
  {
    path: '/desk/reporters',
    name: 'reporters',
    component: () => import('@/features/reporter/KeeperPage.vue'),
    meta: room('reporters'),
  },
  {
    path: '/desk/rewards',
    name: 'rewards',
    component: () => import('@/features/enforcement/RewardsPage.vue'),
    meta: room('rewards'),
  },
  {
    path: '/desk/merchants',
    name: 'merchants',
    component: () => import('@/features/merchant/RegistryPage.vue'),
    meta: room('merchants'),
  },
  {
    path: '/desk/merchants/new',
    name: 'merchant-new',
    component: () => import('@/features/merchant/EntityNewPage.vue'),
    meta: room('merchants'),
  },
  {
    path: '/desk/merchants/extracts/:extractId?',
    name: 'merchant-extracts',
    component: () => import('@/features/merchant/ExtractPage.vue'),
    props: true,
    meta: room('merchants'),
  },
  {
    path: '/desk/merchants/:id',
    name: 'merchant-entity',
    component: () => import('@/features/merchant/EntityPage.vue'),
    props: true,
    meta: room('merchants'),
  },
  {
    path: '/desk/supervision-plan',
    name: 'supervision-plan',
    component: () => import('@/features/credit/PlanPage.vue'),
    meta: room('supervisionPlan'),
  },
  {
    path: '/desk/credit/rules',
    name: 'credit-rules',
    component: () => import('@/features/credit/RulesPage.vue'),
    meta: room('supervisionPlan'),
  },
  {
    path: '/desk/green-channel',
    name: 'members',
    component: () => import('@/features/greenchannel/members/MembersPage.vue'),
    meta: room('members'),
  },
  {
    path: '/desk/law',
    name: 'law',
    component: () => import('@/features/law/DeskLawPage.vue'),
    meta: { heading: 'room.law' },
  },
  {
    path: '/desk/security',
    name: 'security',
    component: () => import('@/features/identity/SecurityPage.vue'),
    meta: { heading: 'security' },
  },
  {
    path: '/admin/people',
    name: 'people',
    component: () => import('@/features/identity/PeoplePage.vue'),
    meta: room('people'),
  },
  {
    path: '/admin/grants',
    name: 'grants',
    component: () => import('@/features/identity/GrantsPage.vue'),
    meta: room('grants'),
  },
  { path: '/admin/audit', name: 'audit', component: () => import('@/features/identity/AuditPage.vue'), meta: room('audit') },
  {
    path: '/admin/clients',
    name: 'clients',
    component: () => import('@/features/identity/ClientsPage.vue'),
    meta: room('clients'),
  },
  {
    path: '/admin/forms',
    name: 'forms',
    component: () => import('@/features/document/FormsPage.vue'),
    meta: room('forms'),
  },
  {
    path: '/admin/calendar',
    name: 'calendar',
    component: () => import('@/features/law/CalendarPage.vue'),
    meta: room('calendar'),
  },
  {
    path: '/admin/agencies',
    name: 'agencies',
    component: () => import('@/features/region/AgenciesPage.vue'),
    meta: room('agencies'),
  },
  { path: '/:rest(.*)*', name: 'missing', component: () => import('./NotFound.vue'), meta: { heading: 'notFound.title' } },
];

/** Where somebody is sent instead of `to`; true when the way is free. */
export function admit(to: { path: string; fullPath: string; name: unknown; open: boolean; roles: readonly string[] | undefined }) {
  // who is here is known only now, so the way home is found here and not by the route
  if (to.name === 'home') {
    const home = homeOf(session.roles);
    return atWork.value && home !== '/merchant' ? home : { name: 'sign-in' };
  }
  if (to.open) {
    return true;
  }
  if (!atWork.value) {
    return { name: 'sign-in', query: { next: to.fullPath } };
  }
  if (to.roles !== undefined && !holdsOneOf(to.roles)) {
    return { name: 'missing', params: { rest: to.path.slice(1).split('/') }, replace: true };
  }
  return true;
}

export function createDeskRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(async (to) => {
    try {
      await learnSession();
    } catch (error) {
      if (to.meta.offline === true && isOffline(error)) {
        return true;
      }
      throw error;
    }
    return admit({
      path: to.path,
      fullPath: to.fullPath,
      name: to.name,
      open: to.meta.open === true,
      roles: to.meta.roles,
    });
  });
  return router;
}
