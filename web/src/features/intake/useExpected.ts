import { onMounted, shallowRef } from 'vue';
import { ApiError, call } from '@/api/client';
import type { DueDate, PublicKind } from '@/api/types';
import { thisMoment } from '@/ui/when';

export const rules = { COMPLAINT: 'order121.complaint.accept', REPORT: 'penalty.report.verify' } as const;

export interface Expected {
  kind: PublicKind;
  due: DueDate;
}

/** By when one would hear, if it were submitted now: the server counts. Without an answer nothing is promised. */
export function useExpected(kinds: () => readonly PublicKind[]) {
  const expected = shallowRef<Expected[]>([]);

  async function ask(): Promise<void> {
    try {
      const from = thisMoment();
      expected.value = await Promise.all(
        kinds().map(async (kind) => ({
          kind,
          due: await call<DueDate>('GET', '/law/deadline', { query: { rule: rules[kind], from } }),
        })),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      expected.value = [];
    }
  }

  onMounted(() => void ask());

  return expected;
}
