import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import type { FieldError } from '@/api/types';
import { fillCertificates } from '@/features/casefile/acts/officers';
import { extraFields, shapeOf, shownFields } from '@/features/casefile/acts/shape';
import { allBlank, blankValues, bodyOf, emptyEnding, faultsOf, type Values } from '@/features/casefile/acts/values';
import type { ActField, ActSpec, CaseDetail } from '@/features/casefile/types';
import { shrink } from '@/features/intake/photos';
import { maxFileMegabytes } from '@/features/intake/useEvidence';
import { t } from '@/i18n/field';
import { freshKey } from '@/ui/freshKey';
import { thisMoment } from '@/ui/when';
import { device, openChest, readAgain } from './device';
import type { Change } from './deviceStore';
import { enqueue, placeAfter, type Photo, type Waiting } from './queue';
import type { Form } from './types';
import { shownHere } from './workable';

const QUIET = 150;
const megabyte = 1024 * 1024;

/**
 * Writing an act without network. Each pause in typing is sealed on the device; a photo at once. What is noted goes into
 * the queue in the same change in which the form goes.
 *
 * @param mends the act in the queue that is opened again, if one is
 */
export function useFieldForm(item: () => CaseDetail, spec: ActSpec, mends: Waiting | null) {
  const id = mends === null ? `${item().caseNo} ${spec.act}` : `mend ${mends.id}`;
  const earlier = device.forms.find((form) => form.id === id);
  const values = reactive<Values>({
    ...blankValues([...spec.fields, ...extraFields(spec)]),
    ...(earlier?.values ?? mends?.values ?? {}),
  });
  const photos = ref<Photo[]>([...(earlier?.photos ?? mends?.photos ?? [])]);
  const faults = shallowRef<FieldError[]>(mends?.refusal?.errors ?? []);
  const fault = ref('');
  const busy = ref(false);
  const kept = ref(earlier !== undefined);
  let timer = 0;
  let writing: Promise<void> = Promise.resolve();
  let over = false;

  const main = (): ActField[] => shownHere(shownFields(spec, values));
  const fields = (): ActField[] => [...main(), ...extraFields(spec)];
  const uploads = (): ActField[] => main().filter((field) => shapeOf(field) === 'UPLOADS');
  const typed = (): ActField[] => fields().filter((field) => shapeOf(field) !== 'UPLOADS');
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

  const form = (): Form => ({
    id,
    caseNo: item().caseNo,
    act: spec.act,
    values: plain(values),
    photos: plain(photos.value),
    mends: mends?.id ?? null,
    at: thisMoment(),
  });

  /** One after the other, so that an older text never comes after a newer one. */
  function store(more: (chest: ReturnType<typeof openChest>) => Promise<Change[]> = () => Promise.resolve([])): Promise<void> {
    writing = writing.then(async () => {
      if (over) return;
      const chest = openChest();
      await chest.change([await chest.put('forms', id, form()), ...(await more(chest))]);
      kept.value = true;
    });
    return writing;
  }

  async function keep(): Promise<void> {
    window.clearTimeout(timer);
    if (!over && (kept.value || !allBlank(values) || photos.value.length > 0)) {
      await guarded(() => store());
    }
  }

  /** A full disk is told and loses nothing that was typed: it is still in the form. */
  async function guarded(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      fault.value = '';
      return true;
    } catch (error) {
      writing = Promise.resolve();
      if (!(error instanceof DOMException)) throw error;
      fault.value = t('form.full');
      return false;
    }
  }

  async function addPhotos(field: string, files: readonly File[]): Promise<void> {
    for (const file of files) {
      const small = await shrink(file);
      if (small.size > maxFileMegabytes * megabyte) {
        fault.value = t('form.tooBig', { name: file.name, max: maxFileMegabytes });
        continue;
      }
      const photo: Photo = { id: freshKey(), field, name: small.name, size: small.size, type: small.type, ref: null };
      const bytes = await small.arrayBuffer();
      photos.value = [...photos.value, photo];
      const done = await guarded(() => store(async (chest) => [await chest.putBytes('photos', photo.id, bytes)]));
      if (!done) {
        photos.value = photos.value.filter((one) => one.id !== photo.id);
      }
    }
  }

  async function dropPhoto(photo: Photo): Promise<void> {
    photos.value = photos.value.filter((one) => one.id !== photo.id);
    // a photo of the act in the queue stays until the mended act takes its place
    const own = mends?.photos.some((one) => one.id === photo.id) !== true;
    await guarded(() => store(() => Promise.resolve(own ? [{ table: 'photos', key: photo.id, drop: true }] : [])));
  }

  function found(): FieldError[] {
    const missing = uploads()
      .filter((field) => field.required && !photos.value.some((photo) => photo.field === field.name))
      .map((field) => faultsOf([field], {})[0])
      .filter((one) => one !== undefined);
    return [...faultsOf(typed(), values), ...missing, ...emptyEnding(spec.act, values)];
  }

  /** Into the queue; the act as it waits there, or null when something is wrong. */
  async function note(): Promise<Waiting | null> {
    faults.value = found();
    if (faults.value.length > 0 || busy.value) {
      return null;
    }
    busy.value = true;
    window.clearTimeout(timer);
    try {
      const waiting = noted();
      const done = await guarded(async () => {
        await writing;
        await enqueue(openChest(), waiting, new Map(), id);
      });
      over = done;
      if (done) await readAgain();
      return done ? waiting : null;
    } finally {
      busy.value = false;
    }
  }

  function noted(): Waiting {
    const { caseNo, kind, version } = item();
    return {
      id: mends?.id ?? placeAfter(device.queue),
      key: freshKey(),
      caseNo,
      kind,
      act: spec.act,
      label: spec.label,
      base: version,
      body: plain(bodyOf(typed(), values)),
      values: plain(values),
      photos: plain(photos.value),
      doneAt: mends?.doneAt ?? thisMoment(),
      state: 'WAITING',
      refusal: null,
      conflict: null,
    };
  }

  async function drop(): Promise<void> {
    window.clearTimeout(timer);
    over = true;
    await writing;
    const own = photos.value.filter((photo) => mends?.photos.some((one) => one.id === photo.id) !== true);
    await openChest().change([
      { table: 'forms', key: id, drop: true },
      ...own.map((photo): Change => ({ table: 'photos', key: photo.id, drop: true })),
    ]);
    await readAgain();
  }

  function faultOf(name: string): string | undefined {
    return faults.value.find((one) => one.field === name || one.field.startsWith(`${name}.`) || one.field.startsWith(`${name}[`))?.message;
  }

  fillCertificates(() => item().agency.code, spec, values);
  watch(
    values,
    () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void keep(), QUIET);
    },
    { deep: true },
  );
  const hidden = (): void => void keep();
  document.addEventListener('visibilitychange', hidden);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', hidden);
    window.clearTimeout(timer);
  });

  return { values, photos, faults, fault, busy, kept, main, uploads, keep, addPhotos, dropPhoto, note, drop, faultOf };
}
