import { expect, test } from '@playwright/test';
import { findings, overflows, troubles } from './axe';

const pages = [
  '/',
  '/submit',
  '/submitted',
  '/track',
  '/law',
  '/law?view=competence',
  '/law?view=calendar',
  '/help',
  '/privacy',
  '/accessibility',
  '/no-such-page',
];

const looks = [
  { name: 'standard', preferences: {} },
  { name: 'elder', preferences: { elder: true } },
  { name: 'high contrast', preferences: { elder: true, contrast: true, size: 'larger' } },
  { name: 'English', preferences: { language: 'en' } },
];

for (const { name, preferences } of looks) {
  test(`every public page is accessible and fits a narrow screen: ${name}`, async ({ page }) => {
    const found = troubles(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript((chosen) => localStorage.setItem('fangxin.preferences', JSON.stringify(chosen)), preferences);
    for (const path of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await findings(page), path).toEqual([]);
      expect(await overflows(page), `${path} is wider than the screen`).toBe(false);
    }
    expect(found).toEqual([]);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the first step can be read, and the page says where else to turn', async ({ page }) => {
    await page.goto('/submit');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('发生了什么');
    await expect(page.locator('textarea')).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
  });
});

test('an unknown address is the not-found page in a browser and a problem to a program', async ({ page, request }) => {
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByText('没有找到，或者您没有查看权限。')).toBeVisible();
  const asked = await request.get('/no-such-page', { headers: { Accept: 'application/json' } });
  expect(asked.status()).toBe(404);
  expect(asked.headers()['content-type']).toContain('application/problem+json');
});

test('pages are asked for anew, their parts may be kept for a year', async ({ request }) => {
  const home = await request.get('/', { headers: { Accept: 'text/html' } });
  expect(home.headers()['cache-control']).toBe('no-cache');
  const asset = /\/assets\/[\w.-]+\.js/.exec(await home.text())?.[0] ?? '';
  const script = await request.get(asset, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(script.headers()['cache-control']).toContain('immutable');
  expect(script.headers()['content-encoding']).toBe('gzip');
});

test('by when, and why: the date, its reason and every day that does not count', async ({ page }) => {
  await page.goto('/law');
  await page.getByLabel('哪一种期限').selectOption('order121.complaint.accept');
  await page.getByLabel('从哪天开始').fill('2026-09-28');
  await page.getByRole('button', { name: '算一算' }).click();
  await expect(page.getByRole('heading', { name: /10月13日（周二）截止/ })).toBeFocused();
  await expect(page.getByRole('row', { name: /10月1日.*国庆节/ })).toBeVisible();
  await expect(page).toHaveURL(/rule=order121\.complaint\.accept/);
  await page.reload();
  await expect(page.getByRole('heading', { name: /10月13日（周二）截止/ })).toBeVisible();
});

test('who is competent: the missing fact is named', async ({ page }) => {
  await page.goto('/law?view=competence');
  await page.getByLabel('商家是哪一种').selectOption('IN_PLATFORM');
  await page.getByRole('button', { name: '看由谁来管' }).click();
  await expect(page.getByText('还缺这些事实')).toBeVisible();
  await page.getByRole('group', { name: '平台公司住所地' }).getByRole('combobox').first().fill('余杭');
  await page.getByRole('option', { name: '浙江省杭州市余杭区', exact: true }).click();
  await page.getByRole('group', { name: '在平台上公示了地址吗' }).getByLabel('否').check();
  await page.getByRole('button', { name: '看由谁来管' }).click();
  await expect(page.getByRole('heading', { name: /由.*余杭区.*办理/ })).toBeVisible();
});

test('a year without an official calendar says so', async ({ page }) => {
  await page.goto('/law?view=calendar');
  await expect(page.getByRole('table')).toHaveCount(12);
  const last = page.getByLabel('年份').locator('option').last();
  await page.getByLabel('年份').selectOption((await last.getAttribute('value')) ?? '');
  await expect(page.getByText(/还没有公布，先按周一至周五算工作日/)).toBeVisible();
});
