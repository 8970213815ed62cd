import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { Component } from 'vue';
import { FakeServer } from '../../../tests/desk/server';
import GrantSheet from './GrantSheet.vue';
import PeoplePage from './PeoplePage.vue';
import { pretend } from './session';

const person = {
  personId: 'p2',
  username: 'liming',
  displayName: '李明',
  agency: { code: '620823', name: '崇信县市场监督管理局' },
  active: true,
  roles: [],
  mustChangePassword: false,
};

let server: FakeServer;

async function show(page: Component, props: Record<string, unknown> = {}) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: page }] });
  await router.push('/admin/people');
  const wrapper = mount(page, { props, global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
  return wrapper;
}

const inSheet = <T extends HTMLElement>(selector: string): T => document.querySelector(`.sheet ${selector}`) as T;

beforeEach(() => {
  pretend({ signedIn: true, personId: 'p1', roles: ['SYSTEM_ADMIN'], agency: { code: '620823', name: '崇信县市场监督管理局' } });
  server = new FakeServer()
    .on('GET /people', { items: [person], nextCursor: null, total: 1 })
    .on('POST /people/p2/reset-password', { initialPassword: 'Rq44-i7E8-He2U' })
    .on('PUT /people/p2/roles', person)
    .install();
});

afterEach(() => vi.unstubAllGlobals());

describe('the administrators’ rooms', () => {
  it('show a first password once, after asking, and nowhere afterwards', async () => {
    const page = await show(PeoplePage);
    await page.findAll('tbody button')[1]?.trigger('click');
    await flushPromises();
    expect(server.calls('POST /people/p2/reset-password')).toHaveLength(0);
    inSheet<HTMLButtonElement>('.main').click();
    await flushPromises();
    const sheets = [...document.querySelectorAll('.sheet')].map((one) => one.textContent);
    expect(sheets.join(' ')).toContain('Rq44-i7E8-He2U');

    document.querySelector<HTMLButtonElement>('.sheet:has(output) .main')?.click();
    await flushPromises();
    expect(page.html()).not.toContain('Rq44-i7E8-He2U');
    page.unmount();
  });

  it('say which rule of the three administrators a grant would break, and do not send it', async () => {
    const sheet = await show(GrantSheet, { id: 'p2', name: '李明', held: ['HANDLER'] });
    const auditor = inSheet<HTMLInputElement>('input[value="AUDITOR"]');
    auditor.click();
    await flushPromises();
    expect(document.querySelector('.sheet')?.textContent).toContain('管理员不能办案');
    inSheet<HTMLFormElement>('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    expect(server.calls('PUT /people/p2/roles')).toHaveLength(0);

    inSheet<HTMLInputElement>('input[value="HANDLER"]').click();
    inSheet<HTMLFormElement>('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    expect(server.calls('PUT /people/p2/roles')[0]?.body).toEqual({ roles: ['AUDITOR'] });
    sheet.unmount();
  });
});
