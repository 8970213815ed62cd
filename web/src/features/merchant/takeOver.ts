import { placeOf, type Place } from '@/features/region/regions';
import type { PublicEntity } from './types';

interface About {
  merchantName: string;
  merchantAddress: string;
  uscc: string;
  merchantPlace: Place | null;
}

/** Takes over what the registry says; an address or a place that was given before stays. */
export function takeOver(draft: About, entity: PublicEntity): void {
  draft.merchantName = entity.name;
  draft.uscc = entity.uscc ?? '';
  if (draft.merchantAddress.trim() === '') {
    draft.merchantAddress = entity.address ?? '';
  }
  if (draft.merchantPlace === null && entity.regionCode !== null) {
    placeOf(entity.regionCode).then(
      (place) => {
        draft.merchantPlace ??= place;
      },
      () => {
        // the place is asked for in the form as well
      },
    );
  }
}
