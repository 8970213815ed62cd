import { expect, test, type Browser, type Page } from '@playwright/test';
import { findings } from './axe';
import { officer } from './desk';
import { next, openWizard, submitComplaint, wish } from './wizard';

const password = 'Fangxin-Demo-2026';

/** A shopkeeper of the demo county, on a telephone. */
async function keeper(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  await page.goto('/merchant');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收件');
  return page;
}

async function complain(page: Page, story: string): Promise<{ no: string; code: string }> {
  await openWizard(page);
  await page.getByLabel('经过').fill(story);
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
  await expect(page.getByText('不算法定期限', { exact: false })).toBeVisible();
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
  await expect(page.getByRole('heading', { name: '与商家的协商' })).toBeVisible();
}

async function propose(shop: Page, remedy: string, amount: string): Promise<void> {
  await shop.getByRole('button', { name: /提出方案|换一个方案/ }).click();
  await shop.getByLabel(remedy, { exact: true }).check();
  await shop.getByLabel('金额', { exact: false }).fill(amount);
  await shop.getByRole('button', { name: '发出方案' }).click();
  await expect(shop.getByText('现在的方案').last()).toBeVisible();
}

test('consumer and merchant settle it in two browsers, and who takes an old proposal is told', async ({ page, browser }) => {
  const receipt = await complain(page, '买的电风扇转不动，店里只说修，我要求退款。');
  await track(page, receipt);

  const shop = await keeper(browser, 'jiadian');
  expect(await findings(shop)).toEqual([]);
  await shop.getByRole('link', { name: /张某/ }).first().click();
  await expect(shop.getByText('转不动', { exact: false })).toBeVisible();
  await expect(shop.getByText('13800000000')).toHaveCount(0);
  await propose(shop, '修理', '');
  expect(await findings(shop)).toEqual([]);

  await page.getByRole('button', { name: '刷新' }).last().click();
  await page.getByRole('button', { name: '接受这个方案' }).click();
  await propose(shop, '退款', '180');
  await page.getByRole('button', { name: '确认接受，和解' }).click();
  await expect(page.locator('.trouble')).toContainText('换了方案');
  await expect(page.getByText('180.00 元').first()).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: '确认接受，和解' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已与商家和解');

  await shop.getByRole('button', { name: '刷新' }).click();
  await expect(shop.getByText('已和解').first()).toBeVisible();
});

test('what is not solved goes to the agency with everything that was said', async ({ page, browser }) => {
  const receipt = await complain(page, '买的吹风机漏电，店里不理，我要求退款。');
  const shop = await keeper(browser, 'jiadian');
  await shop.getByRole('link', { name: /张某/ }).first().click();
  await shop.getByRole('button', { name: '答复', exact: true }).click();
  await shop.getByLabel('答复消费者').fill('请拿到店里看看。');
  await shop.getByRole('button', { name: '发出', exact: true }).click();
  await expect(shop.getByText('请拿到店里看看。')).toBeVisible();

  await track(page, receipt);
  await page.getByRole('button', { name: '没解决，转市场监管部门' }).click();
  await page.getByLabel('对商家说').fill('去过两次了。');
  await page.getByRole('button', { name: '确认转交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('正在决定是否受理');

  const handler = await officer(browser, 'liming');
  await handler.goto(`/desk/cases?q=${receipt.no}`);
  await handler.getByRole('link', { name: /620823-\d{6}-/ }).first().click();
  await handler.getByRole('tab', { name: '绿色通道' }).click();
  await expect(handler.getByText('请拿到店里看看。')).toBeVisible();
  await expect(handler.getByText('去过两次了。')).toBeVisible();
  expect(await findings(handler)).toEqual([]);
});

test('an officer lets a merchant in by a link that works once', async ({ browser }) => {
  const head = await officer(browser, 'kezhang');
  await head.goto('/desk/green-channel');
  await head.getByRole('link', { name: '样例生活超市' }).click();
  await head.getByRole('button', { name: '生成邀请链接' }).click();
  const link = (await head.locator('.secret output').textContent()) ?? '';
  expect(link).toMatch(/\/merchant\/join#[\w-]{43}$/);
  await head.getByRole('button', { name: '已交给商家' }).click();
  expect(await findings(head)).toEqual([]);

  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const shop = await context.newPage();
  await shop.goto(link);
  await shop.getByLabel('您的姓名').fill('赵样例');
  await shop.getByLabel('用户名').fill(`dian-${process.pid}-${test.info().repeatEachIndex}${test.info().retry}`);
  await shop.getByLabel('密码', { exact: true }).fill('Shop-Keeper-2026');
  await shop.getByLabel('再填一遍密码').fill('Shop-Keeper-2026');
  expect(await findings(shop)).toEqual([]);
  await shop.getByRole('button', { name: '开通' }).click();
  await expect(shop.getByText('已开通，请登录。')).toBeVisible();

  await shop.goto('about:blank');
  await shop.goto(link);
  await expect(shop.locator('.trouble')).toContainText('已经用过');
});
