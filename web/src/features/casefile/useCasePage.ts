import { computed, nextTick, shallowRef, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { t } from '@/i18n/casefile';
import { specOf } from './acts/catalogue';
import type { Values } from './acts/values';
import { roomTabs, tabOfAct } from './page/roomTabs';
import type { CaseDetail, Duty } from './types';

const own = ['story', 'material', 'timeline', 'related', 'duties'] as const;
type Own = (typeof own)[number];

/** What of the case page lives in the address: the open tab and the open act. */
export function useCasePage(item: Ref<CaseDetail | null>) {
  const route = useRoute();
  const router = useRouter();
  const preset = shallowRef<Values>({});

  const tab = computed({
    get: () => tabs.value.find((one) => one.id === route.query['tab'])?.id ?? 'timeline',
    set: (next: string) => void router.replace({ query: { ...route.query, tab: next } }),
  });

  const tabs = computed(() => {
    const one = item.value;
    const counts: Record<Own, number> = {
      story: 0,
      material: one?.attachments.length ?? 0,
      timeline: one?.timeline.length ?? 0,
      related: one?.related.length ?? 0,
      duties: one?.duties.filter((duty) => duty.dischargedAt === null).length ?? 0,
    };
    const others = one === null ? [] : roomTabs.filter((room) => room.shown(one));
    return [
      ...own.map((id) => ({ id: id as string, label: t(`tab2.${id}`, { n: counts[id] }) })),
      ...others.map((room) => ({ id: room.id, label: room.label() })),
    ];
  });

  const openAct = computed(() => (typeof route.query['act'] === 'string' ? route.query['act'] : null));
  /** An act that the catalogue does not know opens nothing. */
  const spec = computed(() =>
    openAct.value === null || item.value === null ? null : specOf(openAct.value, item.value.kind),
  );

  function start(act: string, values: Values = {}): void {
    const elsewhere = tabOfAct[act];
    if (elsewhere !== undefined) {
      tab.value = elsewhere;
      return;
    }
    preset.value = values;
    void router.replace({ query: { ...route.query, act } });
  }

  /** The names that the act may use for the duty that it discharges. */
  function recordNotice(duty: Duty): void {
    start('record-notice', { dutyId: duty.dutyId, duty: duty.dutyId, form: duty.form, to: duty.to });
  }

  async function closeAct(): Promise<void> {
    const { act: _closed, ...rest } = route.query;
    await router.replace({ query: rest });
    await nextTick();
    document.querySelector<HTMLElement>('.acts button')?.focus();
  }

  /** The page of another room that is open as a tab, if one is. */
  const roomPage = computed(() => roomTabs.find((room) => room.id === tab.value)?.page ?? null);

  return { tab, tabs, roomPage, openAct, spec, preset, start, recordNotice, closeAct };
}
