/** A market entity as the desk sees it. */
export interface Entity {
  id: number;
  uscc: string | null;
  oldNumber: string | null;
  name: string;
  aliases: string[];
  kind: string;
  kindLabel: string;
  status: string;
  statusLabel: string;
  address: string | null;
  regionCode: string | null;
  trade: string | null;
  registeredOn: string | null;
  mergedInto: number | null;
  version: number;
}

/** With whom it belongs together. */
export interface EntityFull extends Entity {
  parentUscc: string | null;
  platformUscc: string | null;
}

/** What an entry said before a change. */
export interface Past {
  version: number;
  said: Record<string, unknown>;
  act: 'EXTRACT' | 'CORRECTED' | 'MERGED' | 'UNMERGED';
  person: string;
  changedAt: string;
}

export interface EntityDetail {
  entity: EntityFull;
  parent: Entity | null;
  platform: Entity | null;
  branches: Entity[];
  shops: Entity[];
  past: Past[];
}

/** The same as the public may see it. */
export interface PublicEntity {
  uscc: string | null;
  name: string;
  aliases: string[];
  address: string | null;
  regionCode: string | null;
  statusLabel: string;
}
