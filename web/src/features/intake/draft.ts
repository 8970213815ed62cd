import type { AttachmentRef, MerchantType, PublicKind } from '@/api/types';
import type { Place } from '@/features/region/regions';

/** What a person has told so far; kept on the device for seven days. Who they are is in `Identity`, and is not. */
export interface Draft {
  content: string;
  occurredOn: string;
  knewOn: string;
  amount: string;
  merchantType: MerchantType;
  merchantName: string;
  merchantPlace: Place | null;
  merchantAddress: string;
  uscc: string;
  platformName: string;
  platformPlace: Place | null;
  published: 'KNOWN' | 'NONE' | 'UNKNOWN';
  publishedPlace: Place | null;
  reachable: 'YES' | 'NO' | 'UNKNOWN';
  actPlace: Place | null;
  domicilePlace: Place | null;
  adMedium: string;
  selfPublishedAd: boolean | null;
  adPublisherPlace: Place | null;
  advertiserPlace: Place | null;
  wantsComplaint: boolean;
  wantsReport: boolean;
  demands: string[];
  goodsCode: string | null;
  goodsName: string;
  problemCode: string | null;
  problemName: string;
  brand: string;
  model: string;
  batch: string;
  quantity: string;
  attachments: AttachmentRef[];
  greenChannel: boolean;
  /** Version of the words that were agreed to, and the merchant they were about. */
  greenChannelText: string;
  greenChannelFor: string;
  injured: boolean;
  entrustedMediation: boolean;
  disclosure: boolean;
  truth: boolean;
  /** The furthest step reached, so that a restored draft opens no step that was never seen. */
  reached: number;
}

/** Who submits: kept in this tab's storage only, and not even there on a public computer. */
export interface Identity {
  anonymous: boolean;
  name: string;
  phone: string;
  address: string;
  email: string;
  byAgent: boolean;
  agentName: string;
  agentPhone: string;
}

export const demandCodes = ['REFUND', 'EXCHANGE', 'REPAIR', 'REDO', 'COMPENSATION', 'APOLOGY', 'OTHER'] as const;

export const adMedia = ['INTERNET', 'BROADCAST', 'TV', 'FILM', 'NEWSPAPER', 'PERIODICAL', 'OTHER'] as const;

export const contentLimit = 5000;

export function emptyDraft(): Draft {
  return {
    content: '',
    occurredOn: '',
    knewOn: '',
    amount: '',
    merchantType: 'SHOP',
    merchantName: '',
    merchantPlace: null,
    merchantAddress: '',
    uscc: '',
    platformName: '',
    platformPlace: null,
    published: 'UNKNOWN',
    publishedPlace: null,
    reachable: 'UNKNOWN',
    actPlace: null,
    domicilePlace: null,
    adMedium: '',
    selfPublishedAd: null,
    adPublisherPlace: null,
    advertiserPlace: null,
    wantsComplaint: false,
    wantsReport: false,
    demands: [],
    goodsCode: null,
    goodsName: '',
    problemCode: null,
    problemName: '',
    brand: '',
    model: '',
    batch: '',
    quantity: '',
    attachments: [],
    greenChannel: false,
    greenChannelText: '',
    greenChannelFor: '',
    injured: false,
    entrustedMediation: false,
    disclosure: false,
    truth: false,
    reached: 0,
  };
}

export function emptyIdentity(): Identity {
  return {
    anonymous: false,
    name: '',
    phone: '',
    address: '',
    email: '',
    byAgent: false,
    agentName: '',
    agentPhone: '',
  };
}

/** The kinds that were chosen; none means that the text decides. */
export function kindsOf(draft: Draft): PublicKind[] {
  return [
    ...(draft.wantsComplaint ? (['COMPLAINT'] as const) : []),
    ...(draft.wantsReport ? (['REPORT'] as const) : []),
  ];
}

/** Only a report may be anonymous (Article 10 asks a complainant's real identity). */
export const reportOnly = (draft: Draft): boolean => draft.wantsReport && !draft.wantsComplaint;

export const isAnonymous = (draft: Draft, identity: Identity): boolean => reportOnly(draft) && identity.anonymous;

export const isOnline = (type: MerchantType): boolean => type !== 'SHOP';

export const isAdvertising = (type: MerchantType): boolean =>
  type === 'ADVERTISER' || type === 'ADVERTISING_AGENT' || type === 'AD_PUBLISHER';
