import { computed, onMounted, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { findPeople, type PeopleList } from './people';

const QUIET = 300;

/** The list of accounts behind the search text in the address. */
export function usePeople() {
  const route = useRoute();
  const router = useRouter();
  const list = shallowRef<PeopleList | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  const sought = computed(() => (typeof route.query['q'] === 'string' ? route.query['q'] : ''));
  let timer = 0;

  async function load(): Promise<void> {
    busy.value = true;
    try {
      list.value = await findPeople(sought.value, '');
      fault.value = null;
    } catch (error) {
      fault.value = error;
    } finally {
      busy.value = false;
    }
  }

  async function more(): Promise<void> {
    const before = list.value;
    if (before?.nextCursor) {
      const next = await findPeople(sought.value, before.nextCursor);
      list.value = { ...next, items: [...before.items, ...next.items] };
    }
  }

  function search(text: string): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void router.replace({ query: text.trim() === '' ? {} : { q: text.trim() } }), QUIET);
  }

  watch(sought, () => void load());
  onMounted(load);
  return { list, fault, busy, sought, load, more, search };
}
