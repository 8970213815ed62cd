import { expect, test, type Browser } from '@playwright/test';
import { findings, overflows, troubles } from './axe';
import { officer, openCase } from './desk';
import { askOrder, result, step, takeSample, toLaboratory } from './sample';
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

test('a batch from its sample to the lifted order, with the complaint that names it', async ({ browser }) => {
  test.setTimeout(360_000);
  await complain(browser);
  const page = await officer(browser, 'wangfang');
  const faults = troubles(page);
  await page.goto('/desk/inspection?view=ALL');
  await takeSample(page, '登记抽样', batch, { 产品名称: '酸奶', 被抽样单位: '样例大超市' });
  await page.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('酸奶');
  const address = page.url();

  await toLaboratory(page, '样例检验所');
  await result(page, batch, '样例检验所', '40000', false, false);
  const order = await askOrder(page);

  const leader = await officer(browser, 'juzhang');
  await leader.goto('/desk/inspection?view=WAITING');
  await leader.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await expect(leader.getByText(/下架〔\d+〕第\d+号/).first()).toBeVisible();

  await page.reload();
  await step(page, 'ANSWERED', '已全部下架封存', { 库存: '30', 下架: '30' });
  await step(page, 'RETEST_ASKED', '经营者对结果有异议');
  await result(page, batch, '另一检验所', '900', true, true);
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
