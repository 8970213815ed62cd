import { ref, shallowRef } from 'vue';
import { get, post } from '@/desk/http';
import type { Deadline } from '@/api/types';
import { freshKey } from '@/ui/freshKey';

export type Outcome = 'READY' | 'DONE' | 'UNREAD' | 'REFUSED' | 'CONFLICT' | 'NOT_SEEN' | 'FAILED';

/** What becomes of one case, or became of it. */
export interface BulkResult {
  caseNo: string;
  outcome: Outcome;
  summary: string;
  version: number;
  stage?: string | null;
  stageLabel?: string | null;
  deadlines: Deadline[];
  warnings: string[];
  why: string;
  articles: string[];
}

interface BulkAnswer {
  bulkId?: string | null;
  items: BulkResult[];
  done: number;
  undoUntil?: string | null;
}

/** So many at a time, so that one sees how far it is and no answer takes long. */
const STEP = 25;

let acts: Promise<string[]> | null = null;

/** The acts that may be done on many cases, in the order of the menu. */
export function bulkActs(): Promise<string[]> {
  acts ??= get<{ items: string[] }>('/bulk/acts').then(
    (answer) => answer.items,
    (error: unknown) => {
      acts = null;
      throw error;
    },
  );
  return acts;
}

/** Looks at each case first, then does what can be done; the key keeps a repeated run from acting twice. */
export function useBulk(act: string) {
  const previewed = shallowRef<BulkResult[]>([]);
  const results = shallowRef<BulkResult[]>([]);
  const undoUntil = ref<string | null>(null);
  const undone = ref(false);
  const progress = ref(0);
  let key = freshKey();

  async function inSteps<T>(all: readonly T[], work: (part: readonly T[]) => Promise<BulkResult[]>): Promise<BulkResult[]> {
    const found: BulkResult[] = [];
    progress.value = 0;
    for (let from = 0; from < all.length; from += STEP) {
      found.push(...(await work(all.slice(from, from + STEP))));
      progress.value = Math.min(all.length, from + STEP);
    }
    return found;
  }

  async function preview(caseNos: readonly string[], fields: object): Promise<void> {
    key = freshKey();
    previewed.value = await inSteps(caseNos, async (part) => (await post<BulkAnswer>('/bulk/preview', { caseNos: part, act, fields })).items);
  }

  /** What an earlier step did stays told when a later one fails. */
  async function run(fields: object): Promise<void> {
    const ready = previewed.value.filter((one) => one.outcome === 'READY');
    const held = previewed.value.filter((one) => one.outcome !== 'READY');
    results.value = held;
    await inSteps(ready, async (part) => {
      const rows = part.map(({ caseNo, version }) => ({ caseNo, version }));
      const answer = await post<BulkAnswer>('/bulk', { rows, act, fields }, { 'Idempotency-Key': key });
      const told = new Set(answer.items.map((one) => one.caseNo));
      results.value = [...answer.items, ...results.value.filter((one) => !told.has(one.caseNo))];
      undoUntil.value ??= answer.undoUntil ?? null;
      return answer.items;
    });
  }

  async function undo(): Promise<void> {
    results.value = (await post<BulkAnswer>(`/bulk/${key}/undo`)).items;
    undoUntil.value = null;
    undone.value = true;
  }

  return { previewed, results, undoUntil, undone, progress, preview, run, undo };
}
