import { reactive, ref, shallowRef } from 'vue';
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
      return await issueDocument(caseNo, draft(), version);
    } catch (error) {
      failed(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  const outdated = (): boolean => statusOf(fault.value) === 409;
  const faultOf = (name: string): string | undefined => faults.value.find((one) => one.field === name)?.message;

  return { values, blanks, preview, fault, faults, busy, look, issue, outdated, faultOf };
}
