interface Person {
  personId: string;
  displayName: string;
}

/** The diary as the server tells it. */
export interface DiaryView {
  from: string;
  to: string;
  sessions: {
    caseNo: string;
    at: string;
    mode: string;
    place: string | null;
    mediators: Person[];
    held: boolean;
    conflicts: string[];
  }[];
  dues: { caseNo: string; item: string; who: string; dueOn: string; overdue: boolean; handlers: Person[] }[];
}
