import { computed, onBeforeUnmount, onMounted, reactive } from 'vue';
import { ApiError } from '@/api/client';
import type { AttachmentRef } from '@/api/types';
import { wordsOf } from '@/api/words';
import { t } from '@/i18n/submit';
import { announce } from '@/ui/announcer';
import { shrink } from './photos';
import { upload } from './upload';

export const maxFileMegabytes = 50;
export const maxFiles = 20;

const megabyte = 1024 * 1024;

/** One file on its way; `problem` says in words why it is not there. */
export interface EvidenceItem {
  id: number;
  name: string;
  size: number;
  state: 'preparing' | 'sending' | 'done' | 'failed' | 'refused';
  percent: number;
  problem: string;
  ref: AttachmentRef | null;
}

/** The files of a submission or a supplement: shrunk, sent in the background, a failed one blocking nothing else. */
export function useEvidence(forReport: () => boolean, changed: (refs: AttachmentRef[]) => void) {
  const items = reactive<EvidenceItem[]>([]);
  const files = new Map<number, File>();
  const cancels = new Map<number, () => void>();
  let count = 0;

  const done = computed(() => items.flatMap(({ ref }) => (ref === null ? [] : [ref])));
  const unfinished = computed(() => items.filter(({ state }) => state !== 'done').length);
  const tell = (): void => changed(done.value);

  function restore(refs: readonly AttachmentRef[]): void {
    for (const ref of refs) {
      items.push({ ...blank(ref.fileName, ref.size), state: 'done', percent: 100, ref });
    }
  }

  const blank = (name: string, size: number): EvidenceItem => ({
    id: ++count,
    name,
    size,
    state: 'preparing',
    percent: 0,
    problem: '',
    ref: null,
  });

  /** Adds files; the answer is a sentence when some could not be added. */
  function add(chosen: readonly File[]): string | null {
    const room = Math.max(0, maxFiles - items.length);
    for (const file of chosen.slice(0, room)) {
      items.push(blank(file.name, file.size));
      const item = items.at(-1);
      if (item !== undefined) {
        files.set(item.id, file);
        void start(item);
      }
    }
    return chosen.length > room ? t('evidence.tooMany', { max: maxFiles }) : null;
  }

  async function start(item: EvidenceItem): Promise<void> {
    const file = files.get(item.id);
    if (file === undefined) {
      return;
    }
    Object.assign(item, { state: 'preparing', percent: 0, problem: '' });
    const small = await shrink(file);
    if (small.size > maxFileMegabytes * megabyte) {
      refuse(item, tooBig(item.name, small.size));
      return;
    }
    item.state = 'sending';
    const sending = upload(small, forReport(), (percent) => {
      item.percent = percent;
    });
    cancels.set(item.id, sending.cancel);
    await sending.done.then(
      (ref) => arrived(item, ref),
      (error: unknown) => failed(item, error),
    );
  }

  function arrived(item: EvidenceItem, ref: AttachmentRef): void {
    // a report's file has a name that tells nothing on the server; here it is called as its owner calls it
    Object.assign(item, { state: 'done', percent: 100, ref: { ...ref, fileName: item.name }, size: ref.size });
    files.delete(item.id);
    announce(t('evidence.saidDone', { name: item.name }));
    tell();
  }

  function failed(item: EvidenceItem, error: unknown): void {
    if (error instanceof DOMException) {
      return;
    }
    const refused = error instanceof ApiError && error.failure === 'problem' && error.status < 500 && error.status !== 429;
    if (refused) {
      const own = error.problem?.detail === undefined && error.status === 413;
      refuse(item, own ? tooBig(item.name, item.size) : t('evidence.refused', { why: wordsOf(error) }));
      return;
    }
    const offline = error instanceof ApiError && error.failure === 'offline';
    Object.assign(item, { state: 'failed', problem: offline ? t('evidence.offline') : wordsOf(error) });
    announce(t('evidence.saidFailed', { name: item.name }));
  }

  function refuse(item: EvidenceItem, problem: string): void {
    Object.assign(item, { state: 'refused', problem });
    announce(problem);
  }

  const tooBig = (name: string, size: number): string =>
    t('evidence.tooBig', { name, size: Math.ceil(size / megabyte), max: maxFileMegabytes });

  function remove(item: EvidenceItem): void {
    cancels.get(item.id)?.();
    files.delete(item.id);
    items.splice(items.indexOf(item), 1);
    tell();
  }

  const retryAll = (): void => items.filter(({ state }) => state === 'failed').forEach((item) => void start(item));

  onMounted(() => window.addEventListener('online', retryAll));
  onBeforeUnmount(() => {
    window.removeEventListener('online', retryAll);
    cancels.forEach((cancel) => cancel());
  });

  return { items, add, start, remove, restore, unfinished };
}

export type Evidence = ReturnType<typeof useEvidence>;

/** `1.4 MB`, `310 KB`. */
export const sizeWords = (size: number): string =>
  size >= megabyte
    ? t('evidence.mb', { n: (Math.round((size / megabyte) * 10) / 10).toFixed(1) })
    : t('evidence.kb', { n: Math.max(1, Math.round(size / 1024)) });
