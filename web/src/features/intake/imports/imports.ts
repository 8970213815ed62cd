/** Calls of bulk import: a file, what its columns mean, a dry run, the real one, a result for each row. */
import { url } from '@/api/client';
import { get, post, upload } from '@/desk/http';

export interface Column {
  header: string;
  samples: string[];
  /** The field that the server takes it for; `ignore` when it would not read it. */
  guess: string;
}

export interface ImportRun {
  importId: string;
  fileName: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  dryRun: boolean;
  total: number;
  processed: number;
  landed: number;
  skipped: number;
  failed: number;
  startedAt: string;
  finishedAt: string | null;
  /** Why the whole file could not be read. */
  problem?: string | null;
}

/** The first reading; the file is already being tried with the guessed columns. */
export interface Reading extends Partial<ImportRun> {
  importId: string;
  total: number;
  columns: Column[];
  /** The fields that a column may mean. */
  fields: { code: string; label: string }[];
  /** What else the file holds that was not read. */
  notes?: string[];
  /** The same file is being imported already, under this number. */
  alreadyUnderWay?: boolean;
}

export type Outcome = 'FAILED' | 'LANDED' | 'SKIPPED';

export interface RowResult {
  row: number;
  column: string | null;
  original: string | null;
  problem: string | null;
  howToFix: string | null;
  outcome: Outcome;
  caseNo: string | null;
}

export interface RowPage {
  items: RowResult[];
  nextCursor: string | null;
  total: number;
}

/** Header to field; a header that is left out is not read. */
export type Mapping = Record<string, string>;

export const guessedMapping = (reading: Reading): Mapping =>
  Object.fromEntries(reading.columns.filter(({ guess }) => guess !== 'ignore').map(({ header, guess }) => [header, guess]));

export function readFile(file: File, mapping: Mapping | null, agency: string): Promise<Reading> {
  const form = new FormData();
  form.append('file', file, file.name);
  if (mapping !== null) {
    form.append('mapping', JSON.stringify(mapping));
  }
  if (agency !== '') {
    form.append('agency', agency);
  }
  return upload<Reading>('/imports', form, { dryRun: true });
}

const at = (id: string): string => `/imports/${encodeURIComponent(id)}`;

export const runImport = (id: string): Promise<ImportRun> => post(`${at(id)}/run`);
export const oneImport = (id: string): Promise<ImportRun> => get(at(id));
export const recentImports = async (): Promise<ImportRun[]> => (await get<{ items: ImportRun[] }>('/imports')).items;
export const rowsOf = (id: string, outcome: Outcome, cursor: string): Promise<RowPage> =>
  get(`${at(id)}/rows`, { outcome, cursor });
export const errorsAddress = (id: string): string => url(`${at(id)}/errors.xlsx`);
