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
  orderId: number | null;
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
  orders: SampleOrder[];
  steps: SampleStep[];
  requests: OrderRequest[];
  voided: { reason: string; by: SamplePerson; at: string } | null;
}

/** What a business is to the one where the sample was taken. */
export const RELATIONS = ['SUPPLIER', 'BUYER', 'BRANCH', 'PRODUCER'] as const;
export type Relation = 'SAMPLED' | (typeof RELATIONS)[number];

export interface SampleOrder {
  orderId: number;
  relation: Relation;
  party: string;
  partyCode: string | null;
  number: string;
  reason: string;
  law: string;
  quantity: string;
  issuedBy: SamplePerson;
  issuedAt: string;
  dueAt: string;
  late: boolean;
  answerDueAt: string | null;
  lifting: { number: string; reason: string; law: string; askedBy: SamplePerson; decidedBy: SamplePerson; at: string } | null;
}

/** What one person asked and another decides; {@link approved} is null while it waits. */
export interface OrderRequest {
  requestId: number;
  kind: 'ORDER' | 'LIFTING';
  relation: Relation;
  party: string;
  reason: string;
  law: string;
  quantity: string;
  urgency: string | null;
  askedBy: SamplePerson;
  askedAt: string;
  dueAt: string | null;
  approved: boolean | null;
  decidedBy: SamplePerson | null;
  decidedAt: string | null;
  words: string | null;
}

export type Why = 'SAME_BATCH' | 'BUSINESS_GOODS' | 'SAME_BUSINESS' | 'SAME_GOODS';

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
  why: Why;
}

/** Samples of a case, and what else was found of its batch or its goods, each with the reason. */
export interface CaseSamples {
  own: Sample[];
  near: { sample: Sample; why: Why }[];
  tests: { test: RapidTest; why: Why }[];
}

export const STEPS = ['SERVED', 'ANSWERED', 'UPSTREAM', 'DOWNSTREAM', 'RETEST_ASKED', 'RECTIFY', 'CHECKED_GOOD', 'CHECKED_BAD'] as const;

const of = (id: number, part = ''): string => `/samples/${id}${part}`;

export const samples = async (state: 'ALL' | 'UNORDERED' | 'WAITING'): Promise<Sample[]> =>
  (await get<{ items: Sample[] }>('/samples', { state })).items;
export const sample = (id: string): Promise<{ sample: Sample; cases: RelatedCase[] }> => get(`/samples/${encodeURIComponent(id)}`);
export const caseSamples = (caseNo: string): Promise<CaseSamples> =>
  get(`/cases/${encodeURIComponent(caseNo)}/samples`);
export const take = (body: Record<string, unknown>): Promise<Sample> => post<Sample>('/samples', body);
export const handOver = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/custody'), body);
export const addResult = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/results'), body);
export const orderOff = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/off-shelf'), body);
export const askLifting = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/lifting'), body);
export const decide = (id: number, request: number, approved: boolean, words: string): Promise<Sample> =>
  post<Sample>(of(id, `/requests/${request}/decision`), { approved, words });
export const voidSample = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/void'), body);
export const addStep = (id: number, body: Record<string, unknown>): Promise<Sample> => post<Sample>(of(id, '/steps'), body);
export const plans = async (): Promise<Plan[]> => (await get<{ items: Plan[] }>('/sampling-plans')).items;
export const addPlan = async (body: Record<string, unknown>): Promise<Plan[]> =>
  (await post<{ items: Plan[] }>('/sampling-plans', body)).items;
export const rapidTests = async (): Promise<RapidTest[]> => (await get<{ items: RapidTest[] }>('/rapid-tests')).items;
export const addRapidTest = async (body: Record<string, unknown>): Promise<RapidTest[]> =>
  (await post<{ items: RapidTest[] }>('/rapid-tests', body)).items;

/** Where the order can be printed. */
export const orderPaper = (one: Sample, order: SampleOrder): string => `/api/v1/samples/${one.sampleId}/off-shelf.pdf?orderId=${order.orderId}`;
export const liftingPaper = (one: Sample, order: SampleOrder): string => `/api/v1/samples/${one.sampleId}/lifting.pdf?orderId=${order.orderId}`;

/** The order to the business where the sample was taken. */
export const firstOrder = (one: Sample): SampleOrder | undefined => one.orders.find((each) => each.relation === 'SAMPLED');

/** Businesses that a trace found and nobody has ordered: up- or downstream, the newest last. */
export const unordered = (one: Sample): { party: string; relation: Relation }[] =>
  one.steps
    .filter((step) => step.party !== null && ['UPSTREAM', 'DOWNSTREAM'].includes(step.kind))
    .map((step) => ({ party: step.party ?? '', relation: step.kind === 'UPSTREAM' ? ('SUPPLIER' as const) : ('BUYER' as const) }))
    .filter((found, i, all) => all.findIndex((each) => each.party === found.party) === i)
    .filter((found) => ![...one.orders, ...one.requests.filter((each) => each.approved === null)].some((each) => each.party === found.party));
