import type { CaseDetail, TimelineEntry } from '@/features/casefile/types';

/** One session, planned or held, as the journal tells it. */
export interface SessionLine {
  seq: number;
  type: 'planned' | 'held';
  at: string;
  mode: string;
  place: string;
  mediators: string[];
  present: string[];
  absent: string[];
  result: string;
  /** What was said, each with the key of its heading. */
  said: { key: 'session.saidComplainant' | 'session.saidRespondent' | 'session.record'; text: string }[];
}

export interface ConsentLine {
  seq: number;
  party: string;
  yes: boolean;
  means: string;
  presumed: boolean;
  at: string;
}

/** One point of the agreement and what became of it. */
export interface PointLine {
  id: string;
  what: string;
  who: string;
  amount: string | number | null;
  by: string | null;
  result: string | null;
  overdue: boolean;
}

/** A step beside the sessions: recusal, appraisal, entrusting, requests for another time. */
export interface StepLine {
  seq: number;
  type: string;
  label: string;
  at: string;
  texts: string[];
  paper: string;
}

export interface MediationFile {
  consents: ConsentLine[];
  sessions: SessionLine[];
  recusals: StepLine[];
  appraisal: StepLine[];
  entrusting: StepLine[];
  transcripts: { seq: number; at: string; id: string; sm3: string; lines: number }[];
  agreement: { at: string; amount: string | number | null; letter: string; terms: string; points: PointLine[] } | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The mediation file out of the timeline, in one readable place. */
export function mediationFile(item: CaseDetail): MediationFile {
  const entries = [...item.timeline].sort((a, b) => a.seq - b.seq);
  const of = (...types: string[]): TimelineEntry[] => entries.filter((entry) => types.includes(entry.type));
  return {
    consents: of('ConsentRecorded', 'ConsentRefused').map(consent),
    sessions: sessions(entries),
    recusals: of('RecusalRequested', 'MediatorRecused', 'RecusalDecided').map(step),
    appraisal: entries.filter((entry) => entry.type.startsWith('Appraisal')).map(step),
    entrusting: of('MediationEntrusted', 'EntrustmentReturned').map(step),
    transcripts: of('MediationTranscribed').map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      id: text(entry.facts['transcriptId']),
      sm3: text(entry.facts['sm3']),
      lines: Number(entry.facts['lines'] ?? 0),
    })),
    agreement: agreement(entries),
  };
}

function consent(entry: TimelineEntry): ConsentLine {
  return {
    seq: entry.seq,
    party: text(entry.facts['party']),
    yes: entry.type === 'ConsentRecorded',
    means: text(entry.facts['means']),
    presumed: entry.facts['presumed'] === true,
    at: entry.at,
  };
}

/** A moved or held session takes the place of the one that was planned. */
function sessions(entries: TimelineEntry[]): SessionLine[] {
  const lines: SessionLine[] = [];
  for (const entry of entries) {
    if (['MediationRescheduled', 'MediationHeld'].includes(entry.type) && lines.at(-1)?.type === 'planned') {
      lines.pop();
    }
    if (['MediationScheduled', 'MediationRescheduled', 'MediationHeld'].includes(entry.type)) {
      lines.push(session(entry));
    }
  }
  return lines;
}

function session(entry: TimelineEntry): SessionLine {
  const held = entry.type === 'MediationHeld';
  const said = [
    { key: 'session.saidComplainant', text: entry.texts['saidComplainant'] ?? '' },
    { key: 'session.saidRespondent', text: entry.texts['saidRespondent'] ?? '' },
    { key: 'session.record', text: entry.texts['record'] ?? '' },
  ] as const;
  return {
    seq: entry.seq,
    type: held ? 'held' : 'planned',
    at: held ? entry.at : text(entry.facts['at']),
    mode: text(entry.facts['mode']),
    place: entry.texts['place'] ?? '',
    mediators: list(entry.facts['mediators']),
    present: list(entry.facts['present']),
    absent: list(entry.facts['absent']),
    result: text(entry.facts['result']),
    said: said.filter((one) => one.text !== '').map((one) => ({ ...one })),
  };
}

function step(entry: TimelineEntry): StepLine {
  return {
    seq: entry.seq,
    type: entry.type,
    label: entry.label,
    at: entry.at,
    texts: Object.entries(entry.texts)
      .filter(([field]) => field !== 'paperNo')
      .map(([, words]) => words),
    paper: text(entry.facts['paperNo']),
  };
}

function agreement(entries: TimelineEntry[]): MediationFile['agreement'] {
  const at = entries.map((entry) => entry.type).lastIndexOf('AgreementReached');
  const reached = entries[at];
  if (reached === undefined) {
    return null;
  }
  const items = (reached.facts['items'] as { id: string; who: string; amount: string | number | null; by: string | null }[]) ?? [];
  const whole = { id: '1', who: 'RESPONDENT', amount: amountOf(reached), by: (reached.facts['performBy'] as string | null) ?? null };
  const later = entries.slice(at + 1);
  return {
    at: reached.at,
    amount: amountOf(reached),
    letter: text(reached.facts['letter']),
    terms: reached.texts['terms'] ?? '',
    points: (items.length === 0 ? [whole] : items).map((one) => ({
      ...one,
      what: reached.texts[`items.${one.id}`] ?? reached.texts['terms'] ?? '',
      result: resultOf(later, one.id),
      overdue: later.some((entry) => entry.type === 'PerformanceReminded' && entry.facts['item'] === one.id && entry.facts['overdue'] === true),
    })),
  };
}

const amountOf = (entry: TimelineEntry): string | number | null => (entry.facts['amount'] as string | number | null) ?? null;

/** The newest word on a point; one on the whole agreement counts for each. */
function resultOf(later: TimelineEntry[], id: string): string | null {
  const told = later.filter((entry) => entry.type === 'PerformanceRecorded' && [null, undefined, id].includes(entry.facts['item'] as string | null | undefined));
  const last = told.at(-1);
  return last === undefined ? null : text(last.facts['result']);
}
