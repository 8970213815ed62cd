/** Samples, plans and rapid tests as the server tells them. */
import { get, post } from '@/desk/http';

export interface SamplePerson {
  personId: string;
  displayName: string;
}

export interface SampleItem {
  item: string;
  method: string;
  limit: string;
  value: string;
  fit: boolean;
}

export interface SampleResult {
  retest: boolean;
  lab: string;
  reportNo: string;
  reportedOn: string;
  receivedAt: string;
  fit: boolean;
  items: SampleItem[];
}

export interface SampleStep {
  kind: string;
  kindLabel: string;
  on: string;
  party: string | null;
  onHand: number | null;
  offShelf: number | null;
  recalled: number | null;
  destroyed: number | null;
  words: string;
  dueOn: string | null;
  by: SamplePerson;
}

export interface Sample {
  sampleId: number;
  number: string;
  caseNo: string | null;
  planId: number | null;
  product: string;
  batch: string;
  producer: string | null;
  merchant: string;
  merchantCode: string | null;
  food: boolean;
  quantity: string;
  sealNo: string;
  place: string;
  takenAt: string;
  officers: SamplePerson[];
  holder: string;
  verdict: 'FIT' | 'UNFIT' | null;
  orderDueAt: string | null;
  custody: { from: string; to: string; lab: boolean; paperNo: string | null; at: string; sealIntact: boolean; note: string | null; by: SamplePerson }[];
  results: SampleResult[];
  order: { number: string; reason: string; law: string; quantity: string; issuedBy: SamplePerson; issuedAt: string; dueAt: string; late: boolean } | null;
  steps: SampleStep[];
}

export interface Plan {
  id: number;
  title: string;
  from: string;
  to: string;
  goods: string;
  items: string;
  batches: number;
  places: string;
  taken: number;
  resulted: number;
  unfit: number;
}

export interface RapidTest {
  id: number;
  place: string;
  on: string;
  product: string;
  batch: string | null;
  merchant: string;
  item: string;
  fit: boolean;
  sampled: boolean;
}

export interface RelatedCase {
  caseNo: string;
  kind: string;
  summary: string;
  receivedOn: string;
}

export const STEPS = ['SERVED', 'ANSWERED', 'UPSTREAM', 'DOWNSTREAM', 'RETEST_ASKED', 'RECTIFY', 'CHECKED_GOOD', 'CHECKED_BAD'] as const;

const of = (id: number, part = ''): string => `/samples/${id}${part}`;

export const samples = async (state: 'ALL' | 'UNORDERED'): Promise<Sample[]> =>
  (await get<{ items: Sample[] }>('/samples', { state })).items;
export const sample = (id: string): Promise<{ sample: Sample; cases: RelatedCase[] }> => get(`/samples/${encodeURIComponent(id)}`);
export const caseSamples = (caseNo: string): Promise<{ own: Sample[]; sameBusiness: Sample[] }> =>
  get(`/cases/${encodeURIComponent(caseNo)}/samples`);
export const take = (body: Record<string, unknown>): Promise<Sample> => post<Sample>('/samples', body);
export const handOver = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/custody'), body);
export const addResult = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/results'), body);
export const orderOff = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/off-shelf'), body);
export const addStep = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/steps'), body);
export const plans = async (): Promise<Plan[]> => (await get<{ items: Plan[] }>('/sampling-plans')).items;
export const addPlan = async (body: Record<string, unknown>): Promise<Plan[]> =>
  (await post<{ items: Plan[] }>('/sampling-plans', body)).items;
export const rapidTests = async (): Promise<RapidTest[]> => (await get<{ items: RapidTest[] }>('/rapid-tests')).items;
export const addRapidTest = async (body: Record<string, unknown>): Promise<RapidTest[]> =>
  (await post<{ items: RapidTest[] }>('/rapid-tests', body)).items;

/** Where the order can be printed. */
export const orderPaper = (one: Sample): string => `/api/v1/samples/${one.sampleId}/off-shelf.pdf`;
