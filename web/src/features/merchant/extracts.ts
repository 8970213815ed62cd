/** Calls of taking in an extract of the registry: the file, how far it is, what was wrong with it. */
import { get, upload } from '@/desk/http';

export interface Extract {
  extractId: string;
  fileName: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  total: number;
  read: number;
  added: number;
  changed: number;
  same: number;
  leftOut: number;
  faults: number;
  problem: string | null;
  by: string;
  startedAt: string;
  finishedAt: string | null;
}

export interface Fault {
  line: number;
  column: string;
  problem: string;
}

const PACKED_FROM = 20_000_000;

/** A large table of text is packed before it goes out: a tenth of the way, and below the server's limit for one file. */
export async function sendExtract(file: File, packing: () => void): Promise<Extract> {
  const form = new FormData();
  const text = !/\.xls[xm]?$/i.test(file.name);
  if (text && file.size > PACKED_FROM) {
    packing();
    const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    form.append('file', packed, file.name);
  } else {
    form.append('file', file, file.name);
  }
  return upload<Extract>('/merchants/extracts', form);
}

const at = (id: string): string => `/merchants/extracts/${encodeURIComponent(id)}`;

export const oneExtract = (id: string): Promise<Extract> => get(at(id));
export const recentExtracts = async (): Promise<Extract[]> => (await get<{ items: Extract[] }>('/merchants/extracts')).items;
export const faultsOf = async (id: string, after: number): Promise<Fault[]> =>
  (await get<{ items: Fault[] }>(`${at(id)}/faults`, { after: String(after), limit: '100' })).items;
