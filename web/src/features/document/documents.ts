import { url } from '@/api/client';
import { get, post } from '@/desk/http';

/** The official papers of a case, as the server tells them. */
export interface IssuedDocument {
  documentId: string;
  form: string;
  number: string;
  title: string;
  to: string[];
  issuedAt: string;
  issuedBy: string;
  sm3: string;
  sealed: boolean;
  replaces: string | null;
  replacedBy: string | null;
}

export interface FormRef {
  form: string;
  title: string;
  sealed: boolean;
  to: string[];
}

export interface Blank {
  name: string;
  label: string;
  value: string;
  required: boolean;
  lines: boolean;
  hint: string;
}

export interface DocumentPreview {
  form: string;
  title: string;
  blanks: Blank[];
  missing: string[];
  warnings: string[];
  pages: string[];
}

export interface Draft {
  form: string;
  fields: Record<string, string>;
  replaces: string | null;
}

const base = (caseNo: string): string => `/cases/${encodeURIComponent(caseNo)}/documents`;

export const fetchDocuments = (caseNo: string): Promise<{ items: IssuedDocument[]; forms: FormRef[]; owed: FormRef[] }> => get(base(caseNo));

export const previewDocument = (caseNo: string, draft: Draft): Promise<DocumentPreview> =>
  post(`${base(caseNo)}/preview`, draft);

export const issueDocument = (
  caseNo: string,
  draft: Draft,
  version: number,
): Promise<{ document: IssuedDocument; warnings: string[] }> => post(base(caseNo), draft, { 'If-Match': `"${version}"` });

export const addressOf = (caseNo: string, id: string, ending: 'pdf' | 'docx'): string =>
  url(`${base(caseNo)}/${encodeURIComponent(id)}.${ending}`);

export const dossierOf = (caseNo: string, ending: 'pdf' | 'zip'): string =>
  url(`/cases/${encodeURIComponent(caseNo)}/dossier.${ending}`);
