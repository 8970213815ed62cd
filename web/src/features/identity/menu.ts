import { roomsFor, type Room } from './rooms';

/** The menu's groups in their order, each with its rooms in theirs. */
export const groups = [
  { id: 'work', rooms: ['cases', 'call', 'approvals', 'mediation', 'notices', 'inbox', 'members', 'imports', 'person'] },
  { id: 'field', rooms: ['rapid', 'roster', 'absences', 'workload', 'assignRules', 'field', 'inspection', 'penalties', 'majorCases', 'transfers', 'reporters', 'rewards'] },
  { id: 'oversight', rooms: ['merchants', 'supervisionPlan', 'suggestions', 'retention'] },
  { id: 'admin', rooms: ['people', 'agencies', 'grants', 'clients', 'forms', 'calendar', 'wordings', 'audit'] },
  { id: 'lookup', rooms: ['knowledge', 'law'] },
] as const;

/** Open to everybody who has signed in. */
const law: Room = { id: 'law', to: '/desk/law', roles: [] };

export interface MenuGroup {
  /** Key of its name: {@code menu.<id>}. */
  id: string;
  rooms: Room[];
}

/** What somebody of these roles may enter, by group; a group without any is left out, a room of no group is looked up last. */
export function menuFor(roles: readonly string[]): MenuGroup[] {
  const open = [...roomsFor(roles), law];
  const grouped = new Set<string>(groups.flatMap((group) => group.rooms));
  return groups
    .map((group) => {
      const listed = group.rooms.flatMap((id) => open.filter((room) => room.id === id));
      const rest = group.id === 'lookup' ? open.filter((room) => !grouped.has(room.id)) : [];
      return { id: group.id, rooms: [...rest, ...listed] };
    })
    .filter((group) => group.rooms.length > 0);
}
