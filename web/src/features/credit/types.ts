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

export interface Rule {
  version: string;
  validFrom: string;
  rule: { grades: Band[] };
}

export interface Credit {
  rule: Rule;
  grades: Grade[];
  facts: HandFact[];
}
