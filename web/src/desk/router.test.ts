import { beforeEach, describe, expect, it } from 'vitest';
import { pretend } from '@/features/identity/session';
import { homeOf, rolesOf, rooms, roomsFor } from '@/features/identity/rooms';
import { groups, menuFor } from '@/features/identity/menu';
import { admit, routes } from './router';

const to = (path: string, roles?: readonly string[]) =>
  admit({ path, fullPath: `${path}?x=1`, name: '', open: false, roles });

describe('the doors of the desk', () => {
  beforeEach(() => pretend({ signedIn: true, personId: 'p1', roles: ['HANDLER'] }));

  it('lead a stranger to the sign-in page, and back afterwards', () => {
    pretend({});
    expect(to('/desk/cases')).toEqual({ name: 'sign-in', query: { next: '/desk/cases?x=1' } });
  });

  it('lead home by role, once it is known who is here', () => {
    const home = { path: '/desk', fullPath: '/desk', name: 'home', open: true, roles: undefined };
    expect(admit(home)).toBe('/desk/cases');
    pretend({ signedIn: true, roles: ['AUDITOR'] });
    expect(admit(home)).toBe('/admin/audit');
    pretend({});
    expect(admit(home)).toEqual({ name: 'sign-in' });
  });

  it('stay shut until a first password has been replaced', () => {
    pretend({ signedIn: true, mustChangePassword: true, roles: ['HANDLER'] });
    expect(to('/desk/cases', rolesOf('cases'))).toMatchObject({ name: 'sign-in' });
  });

  it('show a forbidden room as one that does not exist', () => {
    expect(to('/admin/people', rolesOf('people'))).toMatchObject({ name: 'missing' });
    expect(to('/desk/cases', rolesOf('cases'))).toBe(true);
  });

  it('are in the menu only for those who may enter', () => {
    expect(roomsFor(['HANDLER']).map((room) => room.id)).toEqual(['cases', 'approvals', 'mediation', 'rapid', 'roster', 'person', 'absences', 'field', 'majorCases', 'inspection', 'call', 'notices', 'inbox', 'merchants', 'supervisionPlan', 'knowledge', 'suggestions', 'members']);
    expect(roomsFor(['SYSTEM_ADMIN']).map((room) => room.id)).toEqual(['people', 'agencies', 'forms', 'calendar', 'wordings', 'clients']);
    expect(roomsFor(['SECURITY_ADMIN']).map((room) => room.id)).toEqual(['grants']);
    expect(roomsFor(['AUDITOR']).map((room) => room.id)).toEqual(['audit']);
  });

  it('are in the menu by groups, every room in one of them and the look-up of dates for all', () => {
    expect(menuFor(['HANDLER']).map((group) => [group.id, group.rooms.length])).toEqual([
      ['work', 8],
      ['field', 6],
      ['oversight', 3],
      ['lookup', 2],
    ]);
    expect(menuFor(['AUDITOR']).map((group) => group.id)).toEqual(['admin', 'lookup']);
    const grouped = groups.flatMap((group) => group.rooms as readonly string[]);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(rooms.map((room) => room.id).filter((id) => !grouped.includes(id))).toEqual([]);
  });

  it('never open a case to an administrator', () => {
    for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR']) {
      expect(rolesOf('cases')).not.toContain(role);
      expect(homeOf([role])).toMatch(/^\/admin\//);
    }
  });

  it('each have a route that asks for the same roles', () => {
    for (const room of rooms) {
      const route = routes.find((one) => one.path.replace('/:importId?', '') === room.to);
      expect(route?.meta?.roles).toEqual(room.roles);
    }
  });
});
