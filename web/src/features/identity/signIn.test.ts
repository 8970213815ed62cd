import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { FakeServer, Reply } from '../../../tests/desk/server';
import { pretend } from './session';
import SignInPage from './SignInPage.vue';

const officer = {
  signedIn: true,
  personId: 'p1',
  username: 'wangfang',
  displayName: '王芳',
  agency: { code: '620823', name: '崇信县市场监督管理局' },
  roles: ['HANDLER'],
  mustChangePassword: false,
  csrfToken: 'token-2',
};

let server: FakeServer;
let router: Router;
let page: VueWrapper;

async function open(address: string): Promise<void> {
  const blank = { template: '<p />' };
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: blank }] });
  await router.push(address);
  page = mount(SignInPage, { global: { plugins: [router] }, attachTo: document.body });
}

async function signIn(): Promise<void> {
  await page.find('#username').setValue('wangfang');
  await page.find('#password').setValue('secret-words-1X');
  await page.find('form').trigger('submit');
  await flushPromises();
}

beforeEach(() => {
  pretend({});
  server = new FakeServer().on('GET /session', { signedIn: false, csrfToken: 'token-1' }).on('POST /session', officer).install();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

describe('signing in', () => {
  it('leads back to where one was going', async () => {
    await open('/sign-in?next=/desk/cases?tab=overdue');
    await signIn();
    expect(router.currentRoute.value.fullPath).toBe('/desk/cases?tab=overdue');
  });

  it('follows no address outside the desk', async () => {
    for (const next of ['//elsewhere.example/desk', 'https://elsewhere.example', '/submit']) {
      pretend({});
      await open(`/sign-in?next=${encodeURIComponent(next)}`);
      await signIn();
      expect(router.currentRoute.value.fullPath).toBe('/desk/cases');
      if (next !== '/submit') {
        page.unmount();
      }
    }
  });

  it('says until when an account is locked, in the words of the server, and takes the focus there', async () => {
    const detail = '密码错了太多次，15:00 以后再试，或请系统管理员重置密码。';
    server.on('POST /session', new Reply(423, { title: '账号已锁定', detail, status: 423 }));
    await open('/sign-in');
    await signIn();
    expect(document.activeElement?.textContent).toContain(detail);
    expect(page.find<HTMLInputElement>('#password').element.value).toBe('');
  });

  it('asks for a new password first when the present one is the first', async () => {
    server
      .on('POST /session', { ...officer, mustChangePassword: true })
      .on('POST /session/password', { ...officer, csrfToken: 'token-3' });
    await open('/sign-in');
    await signIn();
    expect(page.find('h1').text()).toBe('请先改密码');

    await page.find('#old-password').setValue('secret-words-1X');
    await page.find('#new-password').setValue('short');
    await page.find('#again-password').setValue('shorter');
    await page.find('form').trigger('submit');
    expect(page.text()).toContain('新密码至少 12 位');
    expect(page.text()).toContain('两次填的新密码不一样');

    await page.find('#new-password').setValue('other-words-2Y');
    await page.find('#again-password').setValue('other-words-2Y');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.calls('POST /session/password')[0]?.headers.get('X-CSRF-TOKEN')).toBe('token-2');
    expect(router.currentRoute.value.fullPath).toBe('/desk/cases');
  });
});
