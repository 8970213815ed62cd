export interface Person {
  personId: string;
  displayName: string;
}

export interface Step {
  kind: string;
  by: Person;
  at: string;
  text: string;
  until: string | null;
}

export interface Hanging {
  hangingId: number;
  level: string;
  agency: string;
  responsible: Person;
  everyDays: number;
  dueOn: string;
  nextReportOn: string;
  reportMissing: boolean;
  overdue: boolean;
  lifted: boolean;
  steps: Step[];
}

export interface Major {
  majorId: number;
  caseNo: string;
  kind: string;
  merchant: string;
  criteria: string[];
  reason: string;
  proposedBy: Person;
  proposedAt: string;
  state: string;
  decidedBy: Person | null;
  decidedWhy: string | null;
  handlers: Person[];
  hangings: Hanging[];
}

export interface Library {
  criteria: Record<string, number>;
  items: Major[];
}

export const criteria = ['AMOUNT', 'VICTIMS', 'AGENCIES', 'HARM', 'MEDIA'] as const;
