/** Which rooms of the desk a role may enter. A room outside the list is not in the menu and answers as not found. */

const CASE_ROLES = [
  'REGISTRAR',
  'INTAKE',
  'HANDLER',
  'MEDIATOR',
  'ENTRUSTED',
  'INVESTIGATOR',
  'UNIT_HEAD',
  'LEADER',
  'SUPERIOR',
  'IDENTITY_KEEPER',
  'ARCHIVIST',
] as const;

/** Those who send out, go out and plan who is on duty. */
const FIELD_ROLES = ['REGISTRAR', 'INTAKE', 'HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER'] as const;

export interface Room {
  /** Key of its name in the message files: {@code room.<id>}. */
  id: string;
  to: string;
  roles: readonly string[];
}

export const rooms: readonly Room[] = [
  { id: 'cases', to: '/desk/cases', roles: CASE_ROLES },
  { id: 'approvals', to: '/desk/approvals', roles: ['UNIT_HEAD', 'LEADER', 'INVESTIGATOR', 'HANDLER'] },
  { id: 'mediation', to: '/desk/mediation', roles: ['HANDLER', 'MEDIATOR', 'ENTRUSTED', 'UNIT_HEAD', 'LEADER'] },
  { id: 'rapid', to: '/desk/rapid', roles: FIELD_ROLES },
  { id: 'roster', to: '/desk/roster', roles: FIELD_ROLES },
  { id: 'person', to: '/desk/person', roles: ['REGISTRAR', 'INTAKE', 'HANDLER', 'UNIT_HEAD', 'LEADER', 'SUPERIOR'] },
  { id: 'workload', to: '/desk/workload', roles: ['UNIT_HEAD', 'LEADER', 'SUPERIOR'] },
  { id: 'assignRules', to: '/desk/assignment-rules', roles: ['INTAKE', 'UNIT_HEAD', 'LEADER', 'SUPERIOR'] },
  { id: 'absences', to: '/desk/absences', roles: CASE_ROLES },
  { id: 'field', to: '/desk/field', roles: ['HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'INTAKE'] },
  { id: 'majorCases', to: '/desk/major-cases', roles: ['HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR'] },
  { id: 'inspection', to: '/desk/inspection', roles: ['REGISTRAR', 'HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER'] },
  { id: 'penalties', to: '/desk/penalty-files', roles: ['INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR'] },
  { id: 'retention', to: '/desk/retention', roles: ['ARCHIVIST', 'UNIT_HEAD', 'LEADER'] },
  { id: 'transfers', to: '/desk/transfers', roles: ['UNIT_HEAD', 'LEADER'] },
  { id: 'call', to: '/desk/call', roles: ['REGISTRAR', 'INTAKE', 'HANDLER'] },
  { id: 'imports', to: '/desk/imports', roles: ['REGISTRAR', 'INTAKE', 'UNIT_HEAD', 'LEADER'] },
  { id: 'notices', to: '/desk/notices', roles: ['REGISTRAR', 'INTAKE', 'HANDLER', 'MEDIATOR', 'INVESTIGATOR'] },
  { id: 'inbox', to: '/desk/inbox', roles: CASE_ROLES },
  { id: 'reporters', to: '/desk/reporters', roles: ['IDENTITY_KEEPER'] },
  { id: 'rewards', to: '/desk/rewards', roles: ['INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'REGISTRAR', 'INTAKE'] },
  { id: 'merchants', to: '/desk/merchants', roles: CASE_ROLES },
  {
    id: 'supervisionPlan',
    to: '/desk/supervision-plan',
    roles: ['REGISTRAR', 'INTAKE', 'HANDLER', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR'],
  },
  { id: 'knowledge', to: '/desk/knowledge', roles: CASE_ROLES },
  { id: 'suggestions', to: '/desk/suggestions', roles: CASE_ROLES },
  { id: 'members', to: '/desk/green-channel', roles: CASE_ROLES },
  { id: 'people', to: '/admin/people', roles: ['SYSTEM_ADMIN'] },
  { id: 'agencies', to: '/admin/agencies', roles: ['SYSTEM_ADMIN'] },
  { id: 'forms', to: '/admin/forms', roles: ['SYSTEM_ADMIN'] },
  { id: 'calendar', to: '/admin/calendar', roles: ['SYSTEM_ADMIN'] },
  { id: 'wordings', to: '/admin/notices', roles: ['SYSTEM_ADMIN'] },
  { id: 'clients', to: '/admin/clients', roles: ['SYSTEM_ADMIN'] },
  { id: 'grants', to: '/admin/grants', roles: ['SECURITY_ADMIN'] },
  { id: 'audit', to: '/admin/audit', roles: ['AUDITOR'] },
];

export function rolesOf(id: string): readonly string[] {
  return rooms.find((room) => room.id === id)?.roles ?? [];
}

export function roomsFor(roles: readonly string[]): Room[] {
  return rooms.filter((room) => room.roles.some((role) => roles.includes(role)));
}

/** Where a person lands after signing in. */
export function homeOf(roles: readonly string[]): string {
  if (roles.includes('RESPONDENT')) {
    return '/merchant';
  }
  return roomsFor(roles)[0]?.to ?? '/desk/law';
}

/** The roles that a security administrator may grant, officers first, the three administrators last. */
export const grantable = [...CASE_ROLES, 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const;
export const administrators = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const;
