/** The online room as the server shows it to one seat. */
export interface RoomPoint {
  what: string;
  who: string;
  amount: string | number | null;
  by: string | null;
}

export interface RoomProposal {
  proposalId: string;
  side: string;
  mine: boolean;
  items: RoomPoint[];
  note: string | null;
  madeAt: string;
  expiresAt: string;
  accepted: string[];
  state: string;
}

export interface RoomFile {
  attachmentId: string;
  fileName: string;
  size: number;
  type: string;
}

export interface RoomLine {
  n: number;
  at: string;
  side: string;
  mine: boolean;
  audience: string;
  kind: string;
  text: string;
  proposalId: string | null;
  files: RoomFile[];
}

export interface RoomInvitation {
  invitationId: string;
  side: string;
  factor: string;
  expiresAt: string;
  state: string;
}

export interface RoomRecord {
  transcriptId: string;
  sm3: string;
  lines: number;
  madeAt: string;
}

export interface RoomSight {
  roomId: string;
  side: string;
  topic: string;
  agency: string;
  mediators: string[];
  state: 'OPEN' | 'RESTING' | 'ENDED';
  endedWhy: string | null;
  video: string | null;
  proposals: RoomProposal[];
  records: RoomRecord[];
  invitations: RoomInvitation[];
}

export interface RoomAnswer {
  room: RoomSight | null;
  lines: RoomLine[];
  /** What the respondent may read of the dispute already; for the mediator alone. */
  suggestedTopic: string | null;
}

export interface Transcript {
  transcriptId: string;
  text: string;
  sm3: string;
  madeAt: string;
}

/** How one seat reaches the room: the desk by its session, a party by its pass. */
export interface RoomDoor {
  read: () => Promise<RoomAnswer>;
  post: (path: string, body: unknown, key?: string) => Promise<void>;
  transcript: (id: string) => Promise<Transcript>;
  /** The stream of events after a line, or the answer that refuses it. */
  events: (after: number, signal: AbortSignal) => Promise<Response>;
  file: (id: string) => Promise<Blob>;
}
