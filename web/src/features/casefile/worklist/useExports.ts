import { computed, ref, shallowRef } from 'vue';
import { get, post } from '@/desk/http';

export const formats = ['XLSX', 'CSV'] as const;
export const purposes = ['REPORT_UP', 'STATISTICS', 'CHECK', 'HAND_OVER', 'REVIEW', 'OTHER'] as const;

/** A list asked for as a file. */
export interface CaseExport {
  exportId: string;
  state: 'ASKED' | 'READY' | 'REFUSED';
  rows: number;
  format: string;
  purpose: string;
  words: string;
  askedBy?: string | null;
  askedAt: string;
  decidedBy?: string | null;
  decision?: string | null;
  expiresAt: string;
}

export interface ExportDraft {
  filter: Record<string, string>;
  sort: string;
  columns: readonly string[];
  format: string;
  /** Null while none is chosen. */
  purpose: string | null;
  words: string;
}

interface ExportList {
  alone: number;
  items: CaseExport[];
  waiting: CaseExport[];
}

/** One's own exports and, for heads, those that wait for them. */
export function useExports() {
  const list = shallowRef<ExportList | null>(null);
  const fault = shallowRef<unknown>(null);
  const busy = ref(false);
  const waiting = computed(() => list.value?.waiting ?? []);

  async function load(): Promise<void> {
    try {
      list.value = await get<ExportList>('/exports');
      fault.value = null;
    } catch (error) {
      fault.value = error;
    }
  }

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    fault.value = null;
    try {
      await work();
      await load();
      return true;
    } catch (error) {
      fault.value = error;
      return false;
    } finally {
      busy.value = false;
    }
  }

  const ask = (draft: ExportDraft): Promise<boolean> => attempt(() => post('/exports', draft));
  const decide = (one: CaseExport, approve: boolean, words: string): Promise<boolean> =>
    attempt(() => post(`/exports/${one.exportId}/decision`, { approve, words }));

  return { list, waiting, fault, busy, load, ask, decide };
}

export const fileOf = (one: CaseExport): string => `/api/v1/exports/${one.exportId}/file`;
