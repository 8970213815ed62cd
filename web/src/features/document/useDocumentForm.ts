import { reactive, ref, shallowRef } from 'vue';
import { useDraft } from '@/features/drafts/useDraft';
import { fieldErrorsOf, statusOf } from '@/desk/http';
import { issueDocument, previewDocument, type Blank, type DocumentPreview, type Draft, type IssuedDocument } from './documents';

/** A form being filled in: what was typed stays whatever the server answers. */
export function useDocumentForm(caseNo: string, form: string, replaces: string | null) {
  const values = reactive<Record<string, string>>({});
  const blanks = shallowRef<Blank[]>([]);
  const preview = shallowRef<DocumentPreview | null>(null);
  const fault = shallowRef<unknown>(null);
  const faults = shallowRef<{ field: string; message: string }[]>([]);
  const busy = ref(false);

  /** What the case fills in by itself is not kept: it would be old when the draft comes back. */
  const typed = (all: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).filter(([name, text]) => blanks.value.find((blank) => blank.name === name)?.value !== text));
  const kept = useDraft(() => `doc:${caseNo}:${form}`, values, (all) => Object.keys(typed(all)).length === 0, Object.assign, typed);

  const draft = (): Draft => ({ form, fields: { ...values }, replaces });

  function failed(error: unknown): void {
    faults.value = fieldErrorsOf(error).map((one) => ({ field: one.field.replace(/^fields\./, ''), message: one.message }));
    fault.value = error;
  }

  async function look(): Promise<void> {
    busy.value = true;
    try {
      const answer = await previewDocument(caseNo, draft());
      preview.value = answer;
      blanks.value = answer.blanks;
      for (const blank of answer.blanks) {
        values[blank.name] ??= blank.value;
      }
      fault.value = null;
      faults.value = [];
    } catch (error) {
      failed(error);
    } finally {
      busy.value = false;
    }
  }

  async function issue(version: number): Promise<{ document: IssuedDocument; warnings: string[] } | null> {
    busy.value = true;
    try {
      const issued = await issueDocument(caseNo, draft(), version);
      await kept.discard();
      return issued;
    } catch (error) {
      failed(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  const outdated = (): boolean => statusOf(fault.value) === 409;
  const faultOf = (name: string): string | undefined => faults.value.find((one) => one.field === name)?.message;

  return { kept, values, blanks, preview, fault, faults, busy, look, issue, outdated, faultOf };
}
