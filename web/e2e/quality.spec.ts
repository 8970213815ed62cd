import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { findings, overflows, troubles } from './axe';
import { officer, openCase } from './desk';
import { next, openWizard, submitComplaint, wish } from './wizard';

const batch = `E2E-${Date.now() % 10_000_000}`;

/** A complaint about goods of a batch, from somebody's telephone. */
async function complain(browser: Browser): Promise<string> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage();
  await openWizard(page);
  await page.getByLabel('经过').fill(`买的酸奶批号${batch}，喝了不舒服，要求退款。`);
  await next(page).click();
  await page.getByLabel('商家名称').fill('样例小超市');
  await page.getByRole('combobox', { name: /商家在哪里: 打县/ }).fill('崇信');
  await page.getByRole('option', { name: '甘肃省平凉市崇信县', exact: true }).click();
  await page.getByLabel('详细地址').fill('锦屏镇西街样例路2号');
  await next(page).click();
  await wish(page, '帮我和商家协商退款、赔偿等（投诉）', '退款、退货');
  await next(page).click();
  await page.getByLabel('您的姓名').fill('张三');
  await page.getByLabel('电话', { exact: false }).first().fill('13800000000');
  await page.getByLabel('通讯地址').fill('甘肃省平凉市崇信县锦屏镇西街');
  await next(page).click();
  await page.getByLabel('我保证内容真实').check();
  await submitComplaint(page).click();
  await expect(page).toHaveURL(/\/submitted$/);
  return ((await page.locator('.receipt .number').first().textContent()) ?? '').trim();
}

/** The panel with this heading. */
const panel = (page: Page, heading: string): Locator =>
  page.locator('section.panel', { has: page.getByRole('heading', { name: heading, exact: true }) });

/** Opens the part behind a summary and fills its fields; the send button is the form's own. */
async function write(within: Locator, summary: string, fields: Record<string, string>): Promise<void> {
  await within.locator('summary', { hasText: summary }).click();
  for (const [label, value] of Object.entries(fields)) {
    await within.getByLabel(label, { exact: false }).first().fill(value);
  }
}

async function result(page: Page, lab: string, value: string, fit: boolean, retest: boolean): Promise<void> {
  const results = panel(page, '检验结果');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await write(results, '登记检验结果', { 项目: '菌落总数', 方法: 'GB 4789.2', 标准要求: '≤10000', 检验值: value });
  if (!fit) {
    await results.locator('fieldset').getByLabel('合格').uncheck();
  }
  if (retest) {
    await results.getByLabel('是复检结果').check();
  }
  await results.getByLabel('检验机构').fill(lab);
  await results.getByLabel('报告编号').fill(`R-${batch}-${String(retest)}`);
  await results.getByLabel('报告日期').fill(today);
  await results.getByRole('button', { name: '登记检验结果', exact: true }).click();
  await expect(results.getByText(lab, { exact: false })).toBeVisible();
}

async function step(page: Page, kind: string, words: string, amounts: Record<string, string> = {}): Promise<void> {
  const steps = panel(page, '落实、追溯和整改');
  await steps.locator('summary').click();
  await steps.getByLabel('登记什么').selectOption(kind);
  for (const [label, value] of Object.entries(amounts)) {
    await steps.getByLabel(label, { exact: true }).fill(value);
  }
  await steps.getByLabel('情况').fill(words);
  await steps.getByRole('button', { name: '登记', exact: true }).click();
  await expect(steps.getByText(words)).toBeVisible();
  await steps.locator('summary').click();
}

test('a batch from its sample to the lifted order, with the complaint that names it', async ({ browser }) => {
  test.setTimeout(360_000);
  await complain(browser);
  const page = await officer(browser, 'wangfang');
  const faults = troubles(page);
  await page.goto('/desk/inspection?view=ALL');
  const form = page.locator('details', { hasText: '登记抽样' });
  await form.locator('summary').click();
  await form.getByLabel(/王芳/).check();
  await form.getByLabel(/李明/).check();
  for (const [label, value] of Object.entries({
    产品名称: '酸奶',
    批号或者生产日期: batch,
    被抽样单位: '样例大超市',
    抽样数量: '六盒',
    封条编号: `F-${batch}`,
    抽样地点: '样例路8号',
  })) {
    await form.getByLabel(label, { exact: false }).fill(value);
  }
  await form.getByRole('button', { name: '登记抽样' }).click();
  await page.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('酸奶');
  const address = page.url();

  const custody = panel(page, '样品交接');
  await write(custody, '登记交接', { 交给谁: '样例检验所', 委托书编号: '检委1号' });
  await custody.getByLabel('交给检验机构').check();
  await custody.getByRole('button', { name: '登记交接' }).click();
  await expect(custody.getByText('现在在：样例检验所')).toBeVisible();

  await result(page, '样例检验所', '40000', false, false);
  const order = panel(page, '责令下架');
  await order.getByLabel('涉及的数量').fill('库存三十盒');
  await order.getByLabel('理由').fill('菌落总数超标');
  await order.getByLabel('依据的条款').fill('《食品安全法》第六十三条');
  await order.getByRole('button', { name: '提请责令下架' }).click();
  await expect(order.getByText('提请的人不能审批自己提请的事项。')).toBeVisible();

  const leader = await officer(browser, 'juzhang');
  await leader.goto('/desk/inspection?view=WAITING');
  await leader.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await expect(leader.getByText(/下架〔\d+〕第\d+号/).first()).toBeVisible();

  await page.reload();
  await step(page, 'ANSWERED', '已全部下架封存', { 库存: '30', 下架: '30' });
  await step(page, 'RETEST_ASKED', '经营者对结果有异议');
  await result(page, '另一检验所', '900', true, true);
  await order.getByLabel('解除的理由').fill('复检合格');
  await order.getByLabel('依据的条款').fill('《食品安全法》第六十三条');
  await order.getByRole('button', { name: '提请解除', exact: true }).click();
  await expect(order.getByText('等第二人审批')).toBeVisible();
  await leader.goto(address);
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await expect(leader.getByText(/已解除：解除下架〔\d+〕第\d+号/)).toBeVisible();
  const saving = leader.waitForEvent('download');
  await leader.getByRole('link', { name: '打印解除通知书' }).click();
  expect((await saving).suggestedFilename()).toContain('解除下架');

  // the complaint that names the batch, and back from its card
  await page.reload();
  const found = page.locator('.sample-row', { hasText: '同批号' });
  await expect(found).toHaveCount(1);
  const caseNo = ((await found.getByRole('link').textContent()) ?? '').trim();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 1366, height: 768 });
  await openCase(page, caseNo);
  await expect(page.getByText(batch).first()).toBeVisible();
  await page.getByRole('tab', { name: '抽检' }).click();
  await expect(page.locator('.sample-row', { hasText: batch })).toContainText('同批号');
  expect(faults).toEqual([]);
});
