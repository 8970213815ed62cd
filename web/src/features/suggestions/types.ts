export interface Suggestion {
  field: string;
  label: string;
  value: string;
  valueLabel: string;
  source: string;
  words: string[];
  reason: string | null;
  example: string | null;
  /** What the case says now. */
  current: string | null;
  /** What an officer chose, null when nobody did. */
  chosen: string | null;
  accuracy: { choices: number; right: number; rate: number | null; days: number };
  options: { value: string; label: string }[];
}

export interface Figure {
  field: string;
  source: string;
  /** Of suggestions that saw nothing to doubt or to hurry: counted apart. */
  silent: boolean;
  part: string;
  /** The agency of that part, where it is one. */
  partName: string | null;
  choices: number;
  right: number;
  rate: number | null;
}

export interface Figures {
  from: string;
  to: string;
  enough: number;
  whole: Figure[];
  months: Figure[];
  agencies: Figure[];
}

export const percent = (rate: number): string => `${Math.floor(rate * 1000) / 10}%`;
