import { computed, inject, provide, shallowRef, type InjectionKey } from 'vue';
import type { FieldId } from './fields';

interface Ask {
  order: number;
  fields: readonly FieldId[];
}

/** The questions of the step on the page, one after the other where `oneByOne` says so (elder mode). */
function createAsks(oneByOne: () => boolean) {
  const asks = shallowRef<readonly Ask[]>([]);
  const current = shallowRef(-1);
  const sorted = computed(() => [...asks.value].sort((a, b) => a.order - b.order));
  const at = computed(() => Math.max(0, sorted.value.findIndex(({ order }) => order === current.value)));

  function register(order: number, fields: readonly FieldId[]): () => void {
    const ask = { order, fields };
    asks.value = [...asks.value, ask];
    return () => {
      asks.value = asks.value.filter((one) => one !== ask);
    };
  }

  const now = computed(() => sorted.value[at.value] ?? null);
  const shows = (order: number): boolean => !oneByOne() || now.value === null || now.value.order === order;

  /** To the next or the one before; false at the end of the step. */
  function move(by: 1 | -1): boolean {
    const next = oneByOne() ? sorted.value[at.value + by] : undefined;
    if (next === undefined) {
      return false;
    }
    current.value = next.order;
    return true;
  }

  /** Turns to the question that holds a field. */
  function turnTo(field: FieldId): void {
    current.value = sorted.value.find(({ fields }) => fields.includes(field))?.order ?? current.value;
  }

  return {
    register,
    shows,
    move,
    turnTo,
    restart: (): void => {
      current.value = -1;
    },
    /** The fields asked for right now; undefined when the whole step is shown. */
    fieldsNow: computed(() => (oneByOne() ? now.value?.fields : undefined)),
    position: computed(() => ({ n: at.value + 1, total: sorted.value.length })),
    oneByOne: computed(oneByOne),
  };
}

export type Asks = ReturnType<typeof createAsks>;

const key: InjectionKey<Asks> = Symbol('asks');

export function provideAsks(oneByOne: () => boolean): Asks {
  const asks = createAsks(oneByOne);
  provide(key, asks);
  return asks;
}

export function useAsks(): Asks {
  const asks = inject(key);
  if (asks === undefined) {
    throw new Error('a question stands outside the wizard');
  }
  return asks;
}
