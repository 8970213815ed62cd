import { expect, test, type Browser, type Page } from '@playwright/test';
import { findings, overflows } from './axe';
import { act, choose, officer, openCase } from './desk';
import { Ear, shownByTheKeeper, walk } from './ear';
import { approved, both, caseOf, day, filed, serve } from './report';
import { askOrder, result, takeSample, toLaboratory } from './sample';
import { batch, report } from './secret';

/** A sample is taken and found unfit; the order to take the batch off the shelf has its number. */
async function sampled(investigator: Page, leader: Page, caseNo: string): Promise<void> {
  await investigator.getByRole('tab', { name: '抽检' }).click();
  await takeSample(investigator, '登记抽样', batch, { 产品名称: '酸奶' });
  await approved(investigator, leader, caseNo, '延长核查', async (form) => {
    await form.getByLabel(/特殊情况/).fill('样品要检测，十五个工作日内出不了结果。');
  });

  await investigator.getByRole('tab', { name: '抽检' }).click();
  await investigator.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await toLaboratory(investigator, '样例检验所');
  await result(investigator, batch, '样例检验所', '40000', false, false);
  await askOrder(investigator);
  await leader.goto('/desk/inspection?view=WAITING');
  await leader.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await expect(leader.getByText(/下架〔\d+〕第\d+号/).first()).toBeVisible();
}

/** From filing to the decision that was served, and what the reporter is told. */
async function decided(investigator: Page, leader: Page, caseNo: string): Promise<void> {
  await openCase(investigator, caseNo);
  await approved(investigator, leader, caseNo, '立案', filed);
  await approved(investigator, leader, caseNo, '行政处罚告知', async (form) => {
    await form.getByLabel(/当事人/).first().fill('样例便利店');
    await form.getByLabel(/违法事实和证据/).fill('出售变质酸奶三十盒。');
    await form.getByLabel(/理由和依据/).fill('样例条款');
    await form.getByRole('textbox', { name: /拟作出的处罚/ }).fill('罚款');
    await form.getByLabel(/拟罚款/).fill('50000');
  });
  await serve(investigator, 'NOTICE', '已立案');
  await act(investigator, '陈述申辩', '已立案', async (form) => {
    await choose(form, 'WAIVED');
    await form.getByLabel(/日期/).first().fill(day());
    await form.getByLabel(/内容/).fill('书面放弃陈述、申辩。');
  });
  await approved(investigator, leader, caseNo, '处理决定', async (form) => {
    await choose(form, 'PENALTY');
    await form.locator('input[name="act-reviewed"][value=true]').check();
    await form.locator('input[name="act-heard"][value=true]').check();
    await form.getByLabel(/决定书文号/).fill(`样例罚〔2026〕${batch}号`);
    await form.getByLabel(/^罚款/).fill('50000');
  });
  await serve(investigator, 'DECISION', '已作决定');
  await act(investigator, '告知举报人', '已作决定', async (form) => {
    await choose(form, 'FOOD_LAW_115');
    await form.getByLabel('告知方式').selectOption('PHONE');
    await form.getByLabel('凭证').fill('通话记录样例1号');
    await form.getByLabel(/告知内容/).fill('您反映的情况属实，已依法处理。');
  });
}

/** Asked for by number and code alone, graded, approved by two, paid at the window against the code. */
async function rewarded(page: Page, browser: Browser, investigator: Page, { no, code, caseNo }: { no: string; code: string; caseNo: string }): Promise<void> {
  await page.goto(`/track?no=${no}`);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('button', { name: '申请奖励' }).click();
  await expect(page.getByText('已登记您的奖励申请。').first()).toBeVisible();
  await investigator.goto('/desk/rewards');
  const card = investigator.locator('article.panel', { hasText: caseNo });
  await card.getByRole('button', { name: '认定等级' }).click();
  await investigator.getByLabel('等级', { exact: false }).first().selectOption({ index: 1 });
  await investigator.getByLabel('认定理由').fill('提供的线索详细，与查办的事实完全一致。');
  await investigator.getByRole('button', { name: '认定并计算金额' }).click();
  for (const username of ['kezhang', 'juzhang']) {
    const head = await officer(browser, username);
    await head.goto('/desk/rewards');
    await head.locator('article.panel', { hasText: caseNo }).getByRole('button', { name: '批准', exact: true }).click();
    await expect(head.locator('article.panel', { hasText: caseNo }).getByRole('alert')).toHaveCount(0);
    await head.context().close();
  }
  await page.reload();
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('button', { name: '取领奖码' }).click();
  const payout = ((await page.locator('.reward-code strong').textContent()) ?? '').trim();
  const claimNo = /领奖编号 (\S+?)，/.exec((await page.getByText(/领奖编号/).first().textContent()) ?? '')?.[1] ?? '';
  const window = await officer(browser, 'dengji');
  await window.goto('/desk/rewards');
  await window.getByLabel('领奖编号').fill(claimNo);
  await window.getByLabel('领奖码').fill(payout);
  await window.getByLabel('付款凭证号').fill('样例凭证1号');
  await window.getByRole('button', { name: '付款' }).click();
  await expect(window.getByText(/已入账/).first()).toBeVisible();
}

test('a report whose author stays secret goes through to decision, reward and archive', async ({ page, browser }) => {
  test.setTimeout(900_000);
  const { no, code } = await report(page);
  const intake = await officer(browser, 'fensong');
  const caseNo = await caseOf(intake, no);
  await openCase(intake, caseNo);
  await act(intake, '分派', '已接收', both);

  const investigator = await officer(browser, 'liming');
  const ear = new Ear(investigator);
  const leader = await officer(browser, 'juzhang');
  await openCase(investigator, caseNo);
  await act(investigator, '核查', '核查中');

  await sampled(investigator, leader, caseNo);
  await decided(investigator, leader, caseNo);
  await rewarded(page, browser, investigator, { no, code, caseNo });

  await openCase(investigator, caseNo);
  await act(investigator, '执行完毕', '已作决定', async (form) => form.getByLabel(/执行凭证编号/).fill('样例缴款书1号'));
  await approved(investigator, leader, caseNo, '结案', async () => undefined);
  await act(investigator, '归档', '已归档');
  expect(await findings(investigator)).toEqual([]);
  await investigator.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(investigator)).toBe(false);
  await investigator.setViewportSize({ width: 1366, height: 768 });

  expect(await ear.heard()).toEqual([]);
  for (const username of ['liming', 'fensong', 'dengji', 'kezhang', 'juzhang', 'wangfang', 'jinping', 'baoguan', 'demo-sysadmin']) {
    expect(await walk(browser, username, caseNo), username).toEqual([]);
  }

  await shownByTheKeeper(browser, investigator, caseNo);
  expect(await ear.heard()).toContainEqual(expect.stringMatching(/^name in .*\/read$/));
});
