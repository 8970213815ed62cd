import { expect, test, type Page } from '@playwright/test';
import { findings } from './axe';
import { act, officer, openCase, willing } from './desk';
import { fillComplaint, submitComplaint } from './wizard';

/** Number and code of a receipt. */
async function receipt(page: Page): Promise<{ no: string; code: string }> {
  await expect(page).toHaveURL(/\/submitted$/);
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  return { no: (no ?? '').trim(), code: (code ?? '').trim() };
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('要说的话').fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await expect(page.getByLabel('要说的话')).toHaveValue('');
}

/** A line of the talk; new lines are also told to screen readers. */
const said = (page: Page, text: string) => page.locator('.room-text', { hasText: text });

/** A party opens its link and gives its code. */
async function enter(page: Page, link: string, code: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('查询码或者口令').fill(code);
  await page.getByRole('button', { name: '进入调解室' }).click();
  await expect(page.getByText('正在调解', { exact: false }).first()).toBeVisible();
  expect(page.url()).not.toContain('#');
}

test('both parties and the mediator talk in two browsers until there is an agreement in the file', async ({ page, browser }) => {
  test.slow();
  await fillComplaint(page);
  await submitComplaint(page).click();
  const { no, code } = await receipt(page);
  const mediator = await officer(browser, 'liming');
  await mediator.goto(`/desk/cases?q=${no}`);
  const found = mediator.getByRole('link', { name: /620823-\d{6}-/ }).first();
  const caseNo = ((await found.textContent()) ?? '').replace(/^\D*/, '').trim();
  const chief = await officer(browser, 'kezhang');
  await openCase(chief, caseNo);
  await act(chief, '分派', '已接收', async (form) => form.getByLabel(/李明/).check());
  await openCase(mediator, caseNo);
  await act(mediator, '受理', '已受理');
  await willing(mediator);
  await mediator.getByRole('tab', { name: '调解' }).click();
  await mediator.getByLabel('争议事项（双方都看得到）').fill('冰箱不制冷，要求退款');
  await mediator.getByRole('button', { name: '开网上调解室' }).click();
  await mediator.getByRole('button', { name: '邀请投诉人' }).click();
  const consumerLink = await mediator.getByLabel('邀请链接').inputValue();
  await mediator.getByRole('button', { name: '邀请被投诉人' }).click();
  await expect(mediator.locator('.note .number')).toBeVisible();
  const merchantLink = await mediator.getByLabel('邀请链接').inputValue();
  const pin = ((await mediator.locator('.note .number').textContent()) ?? '').trim();

  const merchant = await (await browser.newContext()).newPage();
  await enter(page, consumerLink, code);
  await enter(merchant, merchantLink, pin);
  await say(page, '第二天就不制冷。');
  await expect(said(merchant, '第二天就不制冷。')).toBeVisible();
  await page.reload();
  await expect(said(page, '第二天就不制冷。')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await merchant.getByRole('button', { name: '提出方案' }).click();
  await merchant.getByLabel('做什么').fill('退一半货款');
  await merchant.getByLabel(/金额/).fill('990.00');
  await merchant.getByRole('button', { name: '提出方案' }).click();
  await expect(page.getByText('退一半货款', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: '提出另一个方案' }).click();
  await page.getByLabel('做什么').fill('全额退款');
  await page.getByLabel(/金额/).fill('1980.00');
  await page.getByRole('button', { name: '提出方案' }).click();
  await merchant.getByRole('button', { name: '同意这个方案' }).click();
  await mediator.getByRole('button', { name: '确认，达成调解协议' }).click();
  await expect(mediator.getByRole('heading', { level: 1 })).toContainText('达成协议');
  await expect(page.getByText('双方已达成调解协议', { exact: false }).first()).toBeVisible();
  await expect(merchant.getByRole('button', { name: /整理的记录/ })).toBeVisible();
  expect(await findings(merchant)).toEqual([]);
});
