import { expect, test } from '@playwright/test';
import { findings, overflows, troubles } from './axe';
import { fillComplaint, next, openWizard, submitComplaint, tellMerchant, tellStory, wish } from './wizard';

test('a complaint from a phone gets a number, a date with its reason, and can be tracked', async ({ page }) => {
  const found = troubles(page);
  await fillComplaint(page);
  await expect(page.getByText('由崇信县市场监督管理局处理')).toBeVisible();
  await expect(page.locator('[data-due]')).toContainText('前告诉您是否受理');
  expect(await findings(page)).toEqual([]);
  await submitComplaint(page).click();

  await expect(page).toHaveURL(/\/submitted$/);
  await expect(page.getByRole('heading', { level: 1, name: '已收到您的投诉', exact: true })).toBeVisible();
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  expect(code).toMatch(/^(\d{4} ){3}\d{4}$/);
  await page.getByText('为什么是这一天').click();
  await expect(page.getByText(/当天不算/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  await page.getByRole('main').getByRole('link', { name: '查进度' }).click();
  await expect(page).toHaveURL(new RegExp(`/track\\?no=${no}$`));
  await page.getByLabel('查询码').fill(code ?? '');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('现在：');
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: '补充材料' }).click();
  await page.getByLabel('要补充什么').fill('找到了小票，金额是 1980 元。');
  await page.getByRole('button', { name: '交上补充材料' }).click();
  await expect(page.getByRole('button', { name: '补充材料' })).toBeVisible();
  await page.getByRole('button', { name: '撤回投诉' }).click();
  await expect(page.getByText('这件投诉就不再办理')).toBeVisible();
  await page.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('撤回');
  expect(found).toEqual([]);
});

test('a report may be anonymous and asks nothing about the person', async ({ page }) => {
  await openWizard(page);
  await tellStory(page);
  await tellMerchant(page);
  await wish(page, '查处商家的违法行为（举报）');
  await next(page).click();
  await page.getByLabel(/不留姓名/).check();
  await expect(page.getByLabel('您的姓名')).toHaveCount(0);
  await next(page).click();
  await page.getByLabel('我对举报内容的真实性负责').check();
  await page.getByRole('button', { name: '提交举报' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已收到您的举报', exact: true })).toBeVisible();
});

test('what is missing is listed first, takes focus, and leads to its field', async ({ page }) => {
  await openWizard(page);
  await next(page).click();
  await expect(page.getByRole('alert').filter({ hasText: '有 1 处要改' })).toBeFocused();
  await expect(page).toHaveTitle(/^有误：/);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: /请写下发生了什么/ }).click();
  await expect(page.getByLabel('经过')).toBeFocused();
});

test('Enter in a one-line field goes on, but not while Chinese is being spelled', async ({ page }) => {
  await openWizard(page);
  await page.getByLabel('经过').fill('冰箱第二天就不制冷，要求退款。');
  await page.getByLabel('花了多少钱').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('商家是谁');

  await page.getByLabel('商家名称').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'dongli', selectionStart: 6, selectionEnd: 6 });
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: '动力健身' });
  await expect(page.getByLabel('商家名称')).toHaveValue('动力健身');
  await expect(page.getByRole('alert').filter({ hasText: '要改' })).toHaveCount(0);
});

test('merchant and place can be told without a mouse', async ({ page }) => {
  await openWizard(page);
  await page.getByLabel('经过').focus();
  await page.keyboard.type('冰箱第二天就不制冷，店里不给退款。');
  await page.getByLabel('花了多少钱').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByLabel('商家名称').focus();
  await page.keyboard.type('某某家电商场');
  await page.keyboard.press('Tab');
  await page.keyboard.type('崇信');
  await expect(page.getByRole('option', { name: '甘肃省平凉市崇信县', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '重选商家在哪里' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('锦屏镇西街12号');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您希望怎么办');
});

test('elder mode asks one question a page', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('fangxin.preferences', JSON.stringify({ elder: true })));
  await openWizard(page);
  await expect(page.getByText('本步第 1 问，共 4 问')).toBeVisible();
  await page.getByLabel('经过').fill('冰箱第二天就不制冷，店里不给退款。');
  await expect(page.getByLabel('哪天买的')).toHaveCount(0);
  await next(page).click();
  await expect(page.getByLabel('哪天买的')).toBeVisible();
  await expect(page.getByLabel('经过')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByLabel('经过')).toHaveValue('冰箱第二天就不制冷，店里不给退款。');
});
