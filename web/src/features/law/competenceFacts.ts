import type { JurisdictionRequest, MerchantType, PublicKind } from '@/api/types';
import type { Place } from '@/features/region/regions';

export type Answer3 = '' | 'YES' | 'NO';

/** The facts of a made-up or real matter, as the what-if form holds them. */
export interface CompetenceFacts {
  kind: PublicKind;
  type: MerchantType;
  place: Place | null;
  domicile: Place | null;
  published: Place | null;
  addressPublished: Answer3;
  reachable: Answer3;
  platform: Place | null;
  act: Place | null;
  medium: string;
  selfAd: Answer3;
  publisher: Place | null;
  advertiser: Place | null;
  agent: Place | null;
}

export const noFacts = (): CompetenceFacts => ({
  kind: 'COMPLAINT',
  type: 'SHOP',
  place: null,
  domicile: null,
  published: null,
  addressPublished: '',
  reachable: '',
  platform: null,
  act: null,
  medium: '',
  selfAd: '',
  publisher: null,
  advertiser: null,
  agent: null,
});

const told = (answer: Answer3): boolean | null => (answer === '' ? null : answer === 'YES');
const codeOf = (place: Place | null): string | null => place?.code ?? null;

/** The form as a question to `POST /jurisdiction`; what was not told is null. */
export function questionOf(facts: CompetenceFacts): JurisdictionRequest {
  const inPlatform = facts.type === 'IN_PLATFORM';
  return {
    kind: facts.kind,
    merchant: {
      type: facts.type,
      regionCode: codeOf(facts.place),
      domicileRegionCode: codeOf(facts.domicile),
      ...(inPlatform
        ? {
            publishedRegionCode: codeOf(facts.published),
            addressPublished: told(facts.addressPublished),
            reachable: told(facts.reachable),
            platform: { name: null, regionCode: codeOf(facts.platform) },
          }
        : {}),
    },
    ...(facts.kind === 'REPORT' ? reportFacts(facts) : {}),
  };
}

function reportFacts(facts: CompetenceFacts): Partial<JurisdictionRequest> {
  return {
    actRegionCode: codeOf(facts.act),
    adMedium: facts.medium === '' ? null : facts.medium,
    selfPublishedAd: told(facts.selfAd),
    adPublisherRegionCode: codeOf(facts.publisher),
    advertiserRegionCode: codeOf(facts.advertiser),
    adAgentRegionCode: codeOf(facts.agent),
  };
}
