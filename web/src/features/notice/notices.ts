/** Notices as the server tells them: no address and no name among them. */

import { get, post, put } from '@/desk/http';

export interface Receipt {
  receiptNo: string;
  outcome: string;
  proof: string | null;
  code: string | null;
  codeText: string | null;
  at: string;
}

export interface Notice {
  noticeId: number;
  caseNo: string;
  template: string;
  title: string;
  role: string;
  addressee: string;
  duties: string[];
  channel: string;
  state: string;
  createdAt: string;
  notBefore: string;
  attempts: number;
  fault: string | null;
  faultText: string | null;
  script: string | null;
  receipts: Receipt[];
}

export interface Notices {
  items: Notice[];
  counts: Record<string, number>;
}

export interface InboxItem {
  itemId: number;
  caseNo: string;
  matter: string;
  facts: Record<string, string>;
  at: string;
  read: boolean;
}

export interface Inbox {
  unread: number;
  items: InboxItem[];
}

export interface ChannelState {
  channel: string;
  label: string;
  working: boolean;
  off: string | null;
}

export interface Wording {
  template: string;
  title: string;
  channel: string;
  subject: string;
  body: string;
  own: boolean;
  preview: string;
  length: number;
  parts: number;
}

export interface Wordings {
  agency: string;
  channels: ChannelState[];
  items: Wording[];
}

export const noticesOf = (caseNo: string): Promise<Notices> => get(`/cases/${encodeURIComponent(caseNo)}/notices`);
export const openNotices = (): Promise<Notices> => get('/notices');
export const tell = (id: number, channel: string, proof: string): Promise<Notice> =>
  post(`/notices/${id}/done`, { channel, proof });
export const sendAgain = (id: number, channel: string): Promise<Notice> => post(`/notices/${id}/again`, { channel });
export const cameBack = (id: number): Promise<Notice> => post(`/notices/${id}/returned`);
export const readInbox = (): Promise<Inbox> => get('/inbox');
export const markRead = (upTo: number): Promise<Inbox> => post('/inbox/read', { upTo });
export const preferences = (): Promise<{ digest: boolean }> => get('/inbox/preferences');
export const choose = (digest: boolean): Promise<{ digest: boolean }> => put('/inbox/preferences', { digest });
export const wordings = (): Promise<Wordings> => get('/notice-wordings');
export const saveWording = (template: string, channel: string, subject: string, body: string | null): Promise<Wording> =>
  put(`/notice-wordings/${template}/${channel}`, { subject, body });
export const previewWording = (template: string, channel: string, subject: string, body: string): Promise<Wording> =>
  post(`/notice-wordings/${template}/${channel}/preview`, { subject, body });
/** One field of a party in clear, recorded with its purpose. */
export const unmask = (caseNo: string, partyId: string, field: string, purpose: string): Promise<{ value: string }> =>
  post(`/cases/${encodeURIComponent(caseNo)}/unmask`, { partyId, field, purpose });
