export interface Choice {
  value: string;
  label: string;
}

/** One field of a small form. */
export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'lines' | 'date' | 'number' | 'select' | 'many' | 'yesNo';
  options?: Choice[];
  hint?: string;
  value?: string;
  optional?: boolean;
}

export interface Source {
  on: string;
  caseNo: string | null;
  paperNo: string | null;
  sampleId: number | null;
  text: string;
}

export interface Reason {
  factor: string;
  factorLabel: string;
  found: number;
  counted: number;
  points: number;
  months: number;
  hidden: number;
  sources: Source[];
}

export interface Step {
  kind: string;
  personId: string;
  by: string;
  at: string;
  text: string;
  paperNo: string | null;
}

export interface Grade {
  gradeId: number;
  agency: string;
  own: boolean;
  version: string;
  on: string;
  computed: string;
  score: number;
  asked: string | null;
  grade: string | null;
  state: string;
  objection: string;
  reasons: Reason[];
  steps: Step[];
}

export interface HandFact {
  factId: number;
  factor: string;
  factorLabel: string;
  on: string;
  paperNo: string;
  text: string;
  by: string;
  own: boolean;
  withdrawnWhy: string | null;
}

export interface Band {
  grade: string;
  from: number;
  rate: number;
}

export interface Weight {
  factor: string;
  points: number;
  free: number;
  months: number;
  cap: number;
  atBest: string | null;
}

export interface GradeRule {
  factors: Weight[];
  grades: Band[];
  ungradedRate: number;
}

export interface Rule {
  version: string;
  validFrom: string;
  rule: GradeRule;
  setBy: string;
  setAt: string;
  approvedBy: string | null;
  reason: string | null;
}

export interface RuleDraft {
  draftId: number;
  validFrom: string;
  rule: GradeRule;
  reason: string;
  state: string;
  by: string;
  mine: boolean;
  at: string;
  decidedBy: string | null;
  decidedWhy: string | null;
}

export interface FactorInfo {
  factor: string;
  label: string;
  good: boolean;
}

export interface Rules {
  inForce: Rule;
  own: Rule[];
  drafts: RuleDraft[];
  factors: FactorInfo[];
}

export interface RulePreview {
  graded: number;
  computed: number;
  changed: number;
  moves: { from: string; to: string; businesses: number }[];
}

export interface Happened {
  on: string;
  kind: string;
  code: string;
  text: string;
  caseNo: string | null;
  sampleId: number | null;
}

export interface Credit {
  rule: Rule;
  grades: Grade[];
  facts: HandFact[];
}

export interface Effect {
  days: number;
  before: number | null;
  after: number | null;
  beforeRate: number | null;
  afterRate: number | null;
  ready: boolean;
  suppressed: boolean;
}

export interface Commitment {
  commitmentId: number;
  text: string;
  dueOn: string;
  overdue: boolean;
  result: string | null;
  resultText: string | null;
}

export interface Talk {
  talkId: string;
  own: boolean;
  kind: string;
  heldOn: string;
  place: string;
  occasion: string;
  occasionText: string;
  participants: string | null;
  points: string;
  by: string;
  merchants: string[];
  caseNos: string[];
  commitments: Commitment[];
  steps: { by: string; at: string; text: string }[];
  effect: Effect[];
}

export interface Talks {
  items: Talk[];
  query: string;
}

export interface Inspection {
  inspectionId: number;
  merchantId: number;
  merchant: string;
  grade: string;
  officers: string[];
  mine: boolean;
  dueOn: string;
  items: string[];
  outcome: string | null;
  inOrder: boolean[] | null;
  text: string | null;
  on: string | null;
  correctBy: string | null;
  paperNo: string | null;
  rechecks: Recheck[];
  caseNo: string | null;
  leadText: string | null;
}

export interface Recheck {
  recheckId: number;
  dueOn: string;
  overdue: boolean;
  outcome: string | null;
  text: string | null;
  on: string | null;
}

export interface DrawingHead {
  drawingId: number;
  name: string;
  by: string;
  at: string;
}

export interface Target {
  grade: string;
  rate: number;
  population: number;
  wanted: number;
  drawn: number;
  done: number;
  left: number;
}

export interface Plan {
  year: number;
  ruleVersion: string;
  targets: Target[];
  drawings: DrawingHead[];
}

export interface Drawing {
  drawing: DrawingHead;
  seed: string;
  officers: number;
  pools: Record<string, number>;
  reproduced: boolean;
  inspections: Inspection[];
}
