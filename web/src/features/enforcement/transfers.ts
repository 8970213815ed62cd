/** Transfers to other authorities as the server tells them. */

import { get, post } from '@/desk/http';

export interface TransferPiece {
  position: number;
  title: string;
  madeAt: string;
  contentType: string;
  pages: number | null;
  bytes: number;
  sm3: string;
}

export interface TransferStep {
  stepId: number;
  kind: string;
  on: string;
  number: string | null;
  signer: string | null;
  outcome: string | null;
  words: string | null;
  file: boolean;
  by: string;
  at: string;
}

export interface Transfer {
  transferNo: number;
  caseNo: string;
  agencyCode: string;
  target: string;
  dossierNo: string;
  receiptNo: string | null;
  toAgency: string | null;
  newCaseNo: string | null;
  by: string;
  at: string;
  received: boolean;
  receiptLate: boolean;
  answerLate: boolean;
  pieces: TransferPiece[];
  steps: TransferStep[];
}

export interface TransferChoice {
  pieceId: string;
  title: string;
  madeAt: string;
  contentType: string;
}

export interface TransferNote {
  kind: string;
  on: string;
  number: string;
  signer: string;
  outcome: string;
  words: string;
  attachmentId: string | null;
}

const of = (no: number, what: string): string => `/transfers/${no}/${what}`;
const ofCase = (caseNo: string, what: string): string => `/cases/${encodeURIComponent(caseNo)}/${what}`;

export const transfers = (): Promise<{ items: Transfer[] }> => get('/transfers');
export const transfersOf = (caseNo: string): Promise<{ items: Transfer[] }> => get(ofCase(caseNo, 'transfers'));
export const choicesOf = (caseNo: string): Promise<{ items: TransferChoice[] }> => get(ofCase(caseNo, 'transfer-choices'));
export const choosePieces = (no: number, pieceIds: string[]): Promise<Transfer> => post(of(no, 'pieces'), { pieceIds });
export const noteStep = (no: number, note: TransferNote): Promise<Transfer> => post(of(no, 'steps'), note);
export const fileOf = (no: number, what: string): string => `/api/v1${of(no, what)}`;
