/** A status is coloured by who moves next (SCREENS §2); the word itself comes from the server. */
export type Turn = 'ours' | 'theirs' | 'way' | 'good' | 'other' | 'declined';

const turns: Record<Turn, readonly string[]> = {
  ours: ['RECEIVED'],
  theirs: ['GREEN_CHANNEL'],
  way: ['ACCEPTED', 'MEDIATING', 'VERIFYING', 'FILED', 'DECIDED', 'REFERRED', 'CONSIDERING'],
  good: ['AGREED', 'SETTLED_GREEN', 'ANSWERED'],
  declined: ['REFUSED', 'NOT_FILED', 'NOT_COMPETENT', 'NOT_REHANDLED', 'SPECIAL_RULES', 'TRANSFERRED', 'REDIRECTED'],
  other: ['TERMINATED', 'WITHDRAWN', 'MERGED', 'CLOSED', 'CONVERTED', 'RECLASSIFIED', 'ARCHIVED'],
};

/** Flags that hand the turn to a party, whatever the stage. */
const waiting = ['MATERIAL_REQUESTED'];

/** Who moves next in this stage with these flags; a stage unknown to the page counts as closed. */
export function turnOf(stage: string, flags: readonly string[] = []): Turn {
  const turn = (Object.keys(turns) as Turn[]).find((name) => turns[name].includes(stage)) ?? 'other';
  return turn === 'ours' && flags.some((flag) => waiting.includes(flag)) ? 'theirs' : turn;
}
