import { defineAsyncComponent, type Component } from 'vue';
import { t as green } from '@/i18n/green';
import { t as mediation } from '@/i18n/mediation';
import { t as documentWords } from '@/i18n/document';
import { holdsOneOf } from '@/features/identity/session';
import { t as inspection } from '@/i18n/inspection';
import { t as penalty } from '@/i18n/penalty';
import { t as transfer } from '@/i18n/transfer';
import { t as reporter } from '@/i18n/reporter';
import type { CaseDetail } from '../types';

/** A tab of the case page that another room provides; its page takes {@code item} and may ask for {@code reload}. */
export interface RoomTab {
  /** Its name in the address. */
  id: string;
  /** What stands on it, in the language of the moment. */
  label: () => string;
  /** Whether this case has it, by what the server sent and nothing else. */
  shown: (item: CaseDetail) => boolean;
  page: Component;
}

/** In the order of the page. */
export const roomTabs: readonly RoomTab[] = [
  {
    id: 'green-channel',
    label: () => green('green.tab'),
    shown: (item) => item.kind === 'COMPLAINT' && item.timeline.some(({ type }) => type === 'RoutedToMerchant'),
    page: defineAsyncComponent(() => import('@/features/greenchannel/CaseTalkTab.vue')),
  },
  {
    id: 'mediation',
    label: () => mediation('tab'),
    shown: (item) => item.kind === 'COMPLAINT' && !['GREEN_CHANNEL', 'RECEIVED'].includes(item.stage),
    page: defineAsyncComponent(() => import('@/features/mediation/file/MediationTab.vue')),
  },
  {
    id: 'documents',
    label: () => documentWords('tab.documents'),
    shown: (item) => item.kind === 'COMPLAINT' || item.kind === 'REPORT',
    page: defineAsyncComponent(() => import('@/features/document/DocumentsTab.vue')),
  },
  {
    id: 'samples',
    label: () => inspection('tab'),
    shown: (item) =>
      (item.kind === 'COMPLAINT' || item.kind === 'REPORT') && holdsOneOf(['HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER']),
    page: defineAsyncComponent(() => import('@/features/inspection/SampleTab.vue')),
  },
  {
    id: 'penalty',
    label: () => penalty('tab'),
    shown: (item) =>
      item.kind === 'REPORT' &&
      item.timeline.some(({ type }) => type === 'Filed') &&
      holdsOneOf(['INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR']),
    page: defineAsyncComponent(() => import('@/features/enforcement/PenaltyTab.vue')),
  },
  {
    id: 'transfers',
    label: () => transfer('tab'),
    shown: (item) =>
      holdsOneOf(['HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER']) &&
      (item.timeline.some(({ type }) => type === 'Transferred') || item.related.some(({ relation }) => relation === 'TRANSFERRED')
        || item.timeline.some(({ type, facts }) => type === 'Received' && facts['source'] === 'TRANSFERRED')),
    page: defineAsyncComponent(() => import('@/features/enforcement/TransferTab.vue')),
  },
  {
    id: 'reporter',
    label: () => reporter('tab'),
    shown: (item) =>
      item.kind === 'REPORT' && holdsOneOf(['INVESTIGATOR', 'HANDLER', 'UNIT_HEAD', 'LEADER', 'IDENTITY_KEEPER']),
    page: defineAsyncComponent(() => import('@/features/reporter/ReporterTab.vue')),
  },
];

/** Acts whose form is a tab of another room. */
export const tabOfAct: Readonly<Record<string, string>> = { 'issue-document': 'documents' };
