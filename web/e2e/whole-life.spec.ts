import { expect, test, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { act, choose, officer, openCase, willing } from './desk';
import { next, openWizard, submitComplaint, wish } from './wizard';

const password = 'Fangxin-Demo-2026';

/** The shopkeeper, on a telephone of the own. */
async function keeper(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage();
  await page.goto('/merchant');
  await page.getByLabel('用户名').fill('jiadian');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收件');
  return page;
}

/** A complaint against the member, with the consent to talk with it first. */
async function complain(page: Page): Promise<{ no: string; code: string }> {
  await openWizard(page);
  await page.getByLabel('经过').fill('买的破壁机一开就跳闸，修过一次还是这样，要求退款。');
  await next(page).click();
  await page.getByLabel('商家名称').fill('样例家电商场');
  await page.getByRole('combobox', { name: /商家在哪里: 打县/ }).fill('崇信');
  await page.getByRole('option', { name: '甘肃省平凉市崇信县', exact: true }).click();
  await page.getByLabel('详细地址').fill('锦屏镇西街样例路1号');
  await next(page).click();
  await wish(page, '帮我和商家协商退款、赔偿等（投诉）', '退款、退货');
  await next(page).click();
  await page.getByLabel('您的姓名').fill('张三');
  await page.getByLabel('电话', { exact: false }).first().fill('13800000000');
  await page.getByLabel('通讯地址').fill('甘肃省平凉市崇信县锦屏镇西街');
  await page.getByLabel('同意先和这家商家商量', { exact: false }).check();
  await next(page).click();
  await page.getByLabel('我保证内容真实').check();
  await submitComplaint(page).click();
  await expect(page).toHaveURL(/\/submitted$/);
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  return { no: (no ?? '').trim(), code: (code ?? '').trim() };
}

async function track(page: Page, { no, code }: { no: string; code: string }): Promise<void> {
  await page.goto(`/track?no=${no}`);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('现在');
}

/** Fills in and issues a form on the documents' tab; the case's own words stay. */
async function issue(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: '文书' }).click();
  await page.getByRole('button', { name: title, exact: true }).click();
  const form = page.locator('.document-form');
  await expect(form.locator('img').first()).toBeVisible({ timeout: 60_000 });
  await form.getByLabel('联系电话').fill('0933-0000000');
  await form.getByRole('button', { name: '制发并编号' }).click();
  await expect(form).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('.documents').getByText(title).first()).toBeVisible();
}

async function propose(page: Page, button: string, what: string, amount: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByLabel('做什么').fill(what);
  await page.getByLabel(/金额/).fill(amount);
  await page.getByRole('button', { name: '提出方案', exact: true }).click();
  await expect(page.getByLabel('做什么')).toHaveCount(0);
}

test('from the merchant’s answer that is refused to an agreement signed, performed and archived', async ({ page, browser }) => {
  test.setTimeout(360_000);
  const receipt = await complain(page);
  const shop = await keeper(browser);
  await shop.getByRole('link', { name: /张某/ }).first().click();
  await expect(shop.getByText('破壁机', { exact: false }).first()).toBeVisible();
  await shop.getByRole('button', { name: '提出方案' }).click();
  await shop.getByLabel('修理', { exact: true }).check();
  await shop.getByRole('button', { name: '发出方案' }).click();
  await expect(shop.getByText('现在的方案').last()).toBeVisible();

  await track(page, receipt);
  await page.getByRole('button', { name: '没解决，转市场监管部门' }).click();
  await page.getByLabel('对商家说').fill('修过两次了，要退。');
  await page.getByRole('button', { name: '确认转交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('正在决定是否受理');

  const handler = await officer(browser, 'liming');
  await handler.goto(`/desk/cases?q=${receipt.no}`);
  const found = handler.getByRole('link', { name: /620823-\d{6}-/ }).first();
  const caseNo = ((await found.textContent()) ?? '').replace(/^\D*/, '').trim();
  const head = await officer(browser, 'kezhang');
  await openCase(head, caseNo);
  await act(head, '分派', '已接收', async (form) => form.getByLabel(/李明/).check());
  await openCase(handler, caseNo);
  await act(handler, '受理', '已受理');
  await issue(handler, '投诉受理决定书');
  await act(handler, '核定告知商家的内容', '已受理', async (form) => {
    await form.getByLabel(/争议经过/).fill('破壁机一开就跳闸，修过一次，要求退款。');
    await choose(form, 'AGENCY');
  });
  await willing(handler);

  await handler.getByRole('tab', { name: '调解' }).click();
  await expect(handler.getByLabel('争议事项（双方都看得到）')).toHaveValue('破壁机一开就跳闸，修过一次，要求退款。');
  await handler.getByRole('button', { name: '开网上调解室' }).click();
  for (const side of ['投诉人', '被投诉人']) {
    await handler.getByRole('button', { name: `邀请${side}`, exact: true }).click();
    await expect(handler.getByText(`给${side}的链接`, { exact: false })).toBeVisible();
  }

  // neither opens a link: each comes in from the own page
  await track(page, receipt);
  await page.getByRole('button', { name: '网上参加' }).click();
  await expect(page.getByText('正在调解', { exact: false }).first()).toBeVisible();
  await shop.reload();
  await shop.getByRole('button', { name: '网上参加' }).click();
  await expect(shop.getByText('正在调解', { exact: false }).first()).toBeVisible();
  expect(await shop.content()).not.toContain('13800000000');

  await propose(shop, '提出方案', '退一半货款', '300.00');
  await expect(page.getByText('退一半货款', { exact: false }).first()).toBeVisible();
  await propose(page, '提出另一个方案', '退全部货款', '600.00');
  await shop.getByRole('button', { name: '同意这个方案' }).click();
  await handler.getByLabel('另外制作调解书', { exact: false }).check();
  await handler.getByRole('button', { name: '确认，达成调解协议' }).click();
  await expect(handler.getByRole('heading', { level: 1 })).toContainText('达成协议');
  await expect(page.getByText('双方已达成调解协议', { exact: false }).first()).toBeVisible();

  await issue(handler, '投诉调解书');
  await act(handler, '制作调解书', '达成协议', async (form) => form.getByLabel(/用印编号/).fill('样例印1号'));
  await act(handler, '记录履行', '达成协议', async (form) => choose(form, 'PERFORMED'));
  await act(handler, '归档', '已归档');

  await handler.getByRole('tab', { name: '文书' }).click();
  const saving = handler.waitForEvent('download', { timeout: 120_000 });
  await handler.getByRole('link', { name: '电子卷宗包', exact: false }).click();
  const bundle = await (await saving).path();
  if (process.env['FANGXIN_VERIFY'] !== undefined) {
    expect(execFileSync(process.env['FANGXIN_VERIFY'], ['verify-dossier', bundle], { encoding: 'utf8' })).toContain('与制作时一致');
  }
  await track(page, receipt);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('达成');
});
