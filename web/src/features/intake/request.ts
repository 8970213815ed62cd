import type { JurisdictionRequest, PublicKind, SubmissionRequest } from '@/api/types';
import { amountOf } from './amount';
import { isAdvertising, isAnonymous, kindsOf, reportOnly, type Draft, type Identity } from './draft';
import { greenQuestion } from './greenQuestion';
import { plainPhone } from './validate';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The draft as the contract wants it (`POST /submissions`). */
export function submissionOf(draft: Draft, identity: Identity): SubmissionRequest {
  const kinds = kindsOf(draft);
  return {
    channel: 'WEB',
    ...(kinds.length === 0 ? {} : { kinds }),
    person: personOf(draft, identity),
    merchant: merchantOf(draft),
    ...advertisingOf(draft),
    content: draft.content.trim(),
    demands: reportOnly(draft) ? [] : [...draft.demands],
    amount: amountOf(draft.amount),
    occurredOn: orNull(draft.occurredOn),
    knewOn: orNull(draft.knewOn),
    goods: {
      categoryCode: draft.goodsCode,
      problemCode: draft.problemCode,
      brand: orNull(draft.brand),
      model: orNull(draft.model),
      batch: orNull(draft.batch),
      quantity: draft.quantity.trim() === '' ? null : Number(draft.quantity),
    },
    attachments: draft.attachments.map(({ attachmentId }) => attachmentId),
    consents: consentsOf(draft),
  };
}

/** Who is competent for what was told so far (`POST /jurisdiction`). */
export function jurisdictionOf(draft: Draft, kind: PublicKind): JurisdictionRequest {
  const { type, regionCode, domicileRegionCode, publishedRegionCode, addressPublished, reachable, platform } =
    merchantOf(draft);
  return {
    kind,
    merchant: {
      type,
      regionCode,
      domicileRegionCode: domicileRegionCode ?? null,
      publishedRegionCode: publishedRegionCode ?? null,
      addressPublished: addressPublished ?? null,
      reachable: reachable ?? null,
      platform,
    },
    ...(kind === 'REPORT' ? advertisingOf(draft) : {}),
  };
}

/** The consents count for a complaint only; a report is never shown to the merchant. */
function consentsOf(draft: Draft): SubmissionRequest['consents'] {
  const { entrustedMediation, disclosure, injured } = draft;
  if (reportOnly(draft)) {
    return { greenChannel: false, entrustedMediation: false, disclosure: false };
  }
  const greenChannel = draft.greenChannel && !injured && draft.greenChannelFor === greenQuestion(draft);
  return {
    greenChannel,
    entrustedMediation,
    disclosure,
    ...(greenChannel ? { greenChannelText: draft.greenChannelText } : {}),
    ...(injured ? { injured } : {}),
  };
}

function personOf(draft: Draft, identity: Identity): SubmissionRequest['person'] {
  if (isAnonymous(draft, identity)) {
    return { name: null, phone: null, idNumber: null, address: null, email: null, anonymous: true, agent: null };
  }
  return {
    name: orNull(identity.name),
    phone: orNull(plainPhone(identity.phone)),
    idNumber: null,
    address: orNull(identity.address),
    email: orNull(identity.email),
    anonymous: false,
    agent:
      identity.byAgent && !reportOnly(draft)
        ? { name: identity.agentName.trim(), phone: plainPhone(identity.agentPhone) }
        : null,
  };
}

function merchantOf(draft: Draft): SubmissionRequest['merchant'] {
  const inPlatform = draft.merchantType === 'IN_PLATFORM';
  return {
    name: draft.merchantName.trim(),
    uscc: orNull(draft.uscc.toUpperCase()),
    address: orNull(draft.merchantAddress),
    regionCode: draft.merchantPlace?.code ?? null,
    ...(draft.domicilePlace === null ? {} : { domicileRegionCode: draft.domicilePlace.code }),
    type: draft.merchantType,
    platform: inPlatform ? { name: draft.platformName.trim(), regionCode: draft.platformPlace?.code ?? null } : null,
    ...(inPlatform ? publicationOf(draft) : {}),
  };
}

function publicationOf(draft: Draft): Partial<SubmissionRequest['merchant']> {
  return {
    publishedRegionCode: draft.published === 'KNOWN' ? (draft.publishedPlace?.code ?? null) : null,
    addressPublished: draft.published === 'UNKNOWN' ? null : draft.published === 'KNOWN',
    reachable: draft.reachable === 'UNKNOWN' ? null : draft.reachable === 'YES',
  };
}

/** The place of the reported act and the facts of an advertisement; only those that were told. */
function advertisingOf(draft: Draft): Partial<SubmissionRequest> {
  const act = draft.actPlace === null ? {} : { actRegionCode: draft.actPlace.code };
  if (!isAdvertising(draft.merchantType)) {
    return act;
  }
  return {
    ...act,
    ...(draft.adMedium === '' ? {} : { adMedium: draft.adMedium }),
    ...(draft.selfPublishedAd === null ? {} : { selfPublishedAd: draft.selfPublishedAd }),
    ...(draft.adPublisherPlace === null ? {} : { adPublisherRegionCode: draft.adPublisherPlace.code }),
    ...(draft.advertiserPlace === null ? {} : { advertiserRegionCode: draft.advertiserPlace.code }),
  };
}
