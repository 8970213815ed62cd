import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findings, overflows, troubles } from './axe';
import { begin, officer, openCase, send } from './desk';

/** An officer with a telephone where there is no network. */

const PIN = 'shichang-0506';

interface Detail {
  caseNo: string;
  version: number;
  availableActs: string[];
  timeline: { type: string; texts: Record<string, string> }[];
}

async function phone(browser: Browser, username: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto('/sign-in?next=/desk/field');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('Fangxin-Demo-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '外勤' })).toBeVisible();
  return { context, page };
}

async function detail(page: Page, caseNo: string): Promise<Detail> {
  return (await (await page.request.get(`/api/v1/cases/${caseNo}`)).json()) as Detail;
}

/** One of the officer's own complaints that offers all of these acts. */
async function own(page: Page, ...acts: string[]): Promise<string> {
  const answer = await page.request.get('/api/v1/cases?view=open&queue=mine&kind=COMPLAINT&limit=50');
  for (const { caseNo } of ((await answer.json()) as { items: { caseNo: string }[] }).items) {
    const one = await detail(page, caseNo);
    if (acts.every((act) => one.availableActs.includes(act))) {
      return caseNo;
    }
  }
  throw new Error(`the demo county has no complaint of this officer with ${acts.join(', ')}`);
}

async function take(page: Page, ...caseNos: string[]): Promise<void> {
  await expect(page.getByText('页面已存在这台设备上，没有网络也能打开。')).toBeVisible();
  const boxes = page.locator('#field-cases input[type=checkbox]');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) {
    await box.setChecked(caseNos.includes(await box.inputValue()));
  }
  await page.getByLabel('给这台设备设一个口令').fill(PIN);
  await page.getByLabel('再输一遍口令').fill(PIN);
  await page.getByRole('button', { name: `带上这 ${caseNos.length} 件` }).click();
  await expect(page.getByRole('heading', { name: '带着的案件' })).toBeVisible();
}

async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('口令').fill(pin);
  await page.getByRole('button', { name: '打开', exact: true }).click();
}

async function openTaken(page: Page, caseNo: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(caseNo) }).click();
  await expect(page.getByRole('heading', { name: '可以办的' })).toBeVisible();
}

const contacts = (one: Detail) => one.timeline.filter(({ type }) => type === 'PartyContacted');

test('a case is taken along, worked on without network through a dead tab, and sent once with network again', async ({ browser }) => {
  const { context, page } = await phone(browser, 'liming');
  const caseNo = await own(page, 'record-contact');
  const before = contacts(await detail(page, caseNo)).length;
  const found = troubles(page);
  await take(page, caseNo);
  expect(await findings(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(found).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await unlock(page, 'wrong-0000');
  await expect(page.getByText('口令不对。再错 4 次')).toBeVisible();
  await unlock(page);
  await openTaken(page, caseNo);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await findings(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByRole('button', { name: '联系当事人', exact: true }).click();
  await page.locator('#field-form summary').click();
  await page.locator('#act-note').fill('市场里当面联系上了，商家愿意谈。');
  await expect(page.getByText('写的内容已加密存在这台设备上。')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.close({ runBeforeUnload: false });

  const second = await context.newPage();
  await second.goto('/desk/field');
  await unlock(second);
  await expect(second.getByText('正在写：联系当事人')).toBeVisible();
  await openTaken(second, caseNo);
  await second.getByRole('button', { name: '联系当事人', exact: true }).click();
  await expect(second.locator('#act-note')).toHaveValue('市场里当面联系上了，商家愿意谈。');
  await second.getByRole('button', { name: '记下，回网后上传' }).click();
  await expect(second.locator('.field-item', { hasText: '联系当事人' })).toContainText('待上传');
  await second.close({ runBeforeUnload: false });

  const third = await context.newPage();
  await third.goto('/desk/field');
  await unlock(third);
  await expect(third.getByRole('heading', { name: '待上传（1）' })).toBeVisible();
  await expect(third.getByText('没有网络。写好的都在这台设备上')).toBeVisible();
  await context.setOffline(false);
  await expect(third.getByRole('heading', { name: '已上传' })).toBeVisible({ timeout: 30_000 });
  await expect(third.getByRole('heading', { name: '待上传（0）' })).toBeVisible();
  const after = contacts(await detail(third, caseNo));
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)?.texts['note']).toBe('市场里当面联系上了，商家愿意谈。');
  expect(after.at(-1)?.texts['doneAt']).toContain('外勤');

  await third.getByRole('button', { name: '带回，清除副本' }).click();
  await third.getByRole('button', { name: '清除副本', exact: true }).click();
  await expect(third.getByRole('heading', { name: '把案件带出去' })).toBeVisible();
  const left = await third.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('fangxin-field');
        opening.onsuccess = () => {
          const count = opening.result.transaction('cases').objectStore('cases').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(left).toBe(0);
});

test('what a colleague did meanwhile is merged by one press when it does not matter, and compared when it does', async ({ browser }) => {
  const { context, page } = await phone(browser, 'liming');
  const colleague = await officer(browser, 'wangfang');
  const caseNo = await own(page, 'record-contact', 'accept', 'refuse', 'change-demands');
  await take(page, caseNo);

  await context.setOffline(true);
  await openTaken(page, caseNo);
  await page.getByRole('button', { name: '联系当事人', exact: true }).click();
  await page.getByRole('button', { name: '记下，回网后上传' }).click();
  await expect(page.locator('.field-item', { hasText: '联系当事人' })).toContainText('待上传');
  await openCase(colleague, caseNo);
  await begin(colleague, '变更请求');
  await colleague.locator('#act-form input[value=REPAIR]').check();
  await colleague.locator('#act-form button[type=submit]').click();
  await expect(colleague.locator('#act-form')).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole('button', { name: '对照' }).click();
  await expect(page.getByRole('dialog')).toContainText('案情和请求');
  await page.getByRole('button', { name: '在新版本上继续' }).click();
  await expect(page.locator('.field-item', { hasText: '联系当事人' })).toHaveCount(0);

  await context.setOffline(true);
  await page.getByRole('button', { name: '不予受理', exact: true }).click();
  await page.locator('#act-facts').fill('当面核对，已经超过三年。');
  await page.locator('#field-form input[value=OVER_THREE_YEARS]').check();
  await page.getByRole('button', { name: '记下，回网后上传' }).click();
  await colleague.reload();
  await begin(colleague, '受理');
  await send(colleague, '已受理');
  await context.setOffline(false);
  await page.getByRole('button', { name: '对照' }).click();
  await expect(page.getByRole('dialog')).toContainText('已受理');
  await expect(page.getByRole('dialog')).toContainText('当面核对，已经超过三年。');
  await expect(page.getByRole('button', { name: '在新版本上继续' })).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: '先放着' }).click();
  await page.reload();
  await unlock(page);
  await expect(page.locator('.field-item[data-state=CONFLICT]')).toContainText('不予受理');
  await page.getByRole('button', { name: '丢弃' }).click();
  await page.getByRole('button', { name: '丢弃，不要了' }).click();
  await expect(page.locator('.field-item[data-state=CONFLICT]')).toHaveCount(0);
  expect((await detail(colleague, caseNo)).timeline.map(({ type }) => type)).not.toContain('Refused');
});
