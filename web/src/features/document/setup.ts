import { url } from '@/api/client';
import { get, put, remove, upload } from '@/desk/http';

/** What an administrator sets for the papers of the own agency. */
export interface Letterhead {
  mark: string;
  phone: string | null;
  address: string | null;
  /** A picture as an address of its own, or null while there is none. */
  seal: string | null;
}

export interface TemplateVersion {
  version: number;
  fileName: string | null;
  changedBy: string;
  changedAt: string;
}

export interface FormTemplate {
  form: string;
  title: string;
  own: boolean;
  versions: TemplateVersion[];
  placeholders: { name: string; sort: 'TEXT' | 'CONDITION' | 'LIST'; parts: string[] }[];
}

export interface FormSetup {
  agency: string;
  letterhead: Letterhead;
  forms: FormTemplate[];
}

const asFile = (file: File): FormData => {
  const body = new FormData();
  body.append('file', file);
  return body;
};

export const fetchSetup = (): Promise<FormSetup> => get('/forms');
export const saveLetterhead = (change: Pick<Letterhead, 'mark' | 'phone' | 'address'>): Promise<Letterhead> =>
  put('/forms/letterhead', change);
export const sendSeal = (file: File): Promise<Letterhead> => upload('/forms/seal', asFile(file));
export const removeSeal = (): Promise<Letterhead> => remove('/forms/seal');
export const sampleOf = (form: string): Promise<{ pages: string[] }> => get(`/forms/${form}/sample`);
export const sendTemplate = (form: string, file: File): Promise<{ pages: string[] }> =>
  upload(`/forms/${form}/template`, asFile(file));
export const backToShipped = (form: string): Promise<{ pages: string[] }> => remove(`/forms/${form}/template`);
export const templateAddress = (form: string, version?: number): string =>
  url(`/forms/${form}/template.docx`, version === undefined ? {} : { version });
