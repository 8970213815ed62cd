import { expect, test } from '@playwright/test';
import { findings } from './axe';
import { act, begin, choose, officer, openCase, reconciled, willing } from './desk';
import { caseOf, filed, receipt, reported } from './report';
import { fillComplaint, submitComplaint } from './wizard';

test('a complaint goes from a phone through distribution, acceptance and mediation to its end, and is tracked', async ({
  page,
  browser,
}) => {
  await fillComplaint(page);
  await submitComplaint(page).click();
  const { no, code } = await receipt(page);

  const intake = await officer(browser, 'fensong');
  const caseNo = await caseOf(intake, no);
  await openCase(intake, caseNo);
  await act(intake, '分送', '已接收', async (form) => {
    await form.getByLabel(/分送给/).fill('崇信县市场监督管理局锦屏');
    await form.getByRole('option', { name: /崇信县市场监督管理局锦屏/ }).first().click();
  });

  const handler = await officer(browser, 'jinping');
  await openCase(handler, caseNo);
  expect(await findings(handler)).toEqual([]);
  await act(handler, '签收', '已接收');
  await act(handler, '受理', '已受理');
  await willing(handler);
  await reconciled(handler, '双方通话，商家同意退款。');
  await act(handler, '达成协议', '达成协议', async (form) => {
    await choose(form, 'MEDIATED');
    await choose(form, 'NOT_ON_SITE');
    await form.getByLabel(/协议内容/).fill('商家三日内退款。');
    await form.getByLabel(/金额/).fill('1980.00');
  });
  await expect(handler.getByText('已按时办结', { exact: false }).first()).toBeVisible();
  await act(handler, '记录履行', '达成协议', async (form) => choose(form, 'PERFORMED'));
  await act(handler, '归档', '已归档');
  expect(await findings(handler)).toEqual([]);

  await page.goto(`/track?no=${no}`);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('达成');
});

test('a report is verified, extended by the leader and filed, and nobody else of the agency sees it', async ({
  page,
  browser,
}) => {
  const intake = await officer(browser, 'fensong');
  const caseNo = await reported(page, intake);
  await openCase(intake, caseNo);
  await act(intake, '分派', '已接收', async (form) => form.getByLabel(/李明/).check());

  const investigator = await officer(browser, 'liming');
  await openCase(investigator, caseNo);
  await act(investigator, '核查', '核查中');
  await begin(investigator, '延长核查');
  const form = investigator.locator('#act-form');
  await form.getByLabel(/特殊情况/).fill('需要检测。');
  await form.getByLabel('负责人已在纸上批准').check();
  await form.locator('button[type=submit]').click();
  await expect(investigator.getByText('这一步要由市场监督管理部门负责人决定', { exact: false }).first()).toBeVisible();
  await form.getByLabel('送负责人在系统里审批').check();
  await form.getByLabel(/承办人意见/).fill('样品要送检，拟请延长。');
  await form.locator('button[type=submit]').click();
  await expect(investigator.locator('.sheet-card').getByText('待审批')).toBeVisible();

  const leader = await officer(browser, 'juzhang');
  await leader.goto('/desk/approvals');
  const sheet = leader.locator('.sheet-card', { hasText: caseNo });
  await expect(sheet.getByText('样品要送检，拟请延长。')).toBeVisible();
  await sheet.getByRole('button', { name: '批准并办理' }).click();
  await expect(leader.locator('.sheet-card', { hasText: caseNo })).toHaveCount(0);
  await openCase(leader, caseNo);
  await expect(leader.getByText('已批准').first()).toBeVisible();
  await act(leader, '立案', '已立案', filed);

  const colleague = await officer(browser, 'dengji');
  await colleague.goto(`/desk/cases/${caseNo}`);
  await expect(colleague.getByText('没有找到，或者您没有查看权限。')).toBeVisible();
});

test('the second officer is told who was first, and keeps what was written', async ({ page, browser }) => {
  await fillComplaint(page);
  await submitComplaint(page).click();
  const { no } = await receipt(page);
  const first = await officer(browser, 'liming');
  const second = await officer(browser, 'wangfang');
  const caseNo = await caseOf(first, no);
  await openCase(first, caseNo);
  await openCase(second, caseNo);
  await begin(second, '要求补充');
  await second.locator('#act-form textarea').first().fill('请补充购物小票。');
  await act(first, '受理', '已受理');
  await second.locator('#act-form').getByRole('checkbox').first().check();
  await second.locator('#act-form button[type=submit]').click();
  await expect(second.getByText('您写的没有丢', { exact: false }).first()).toBeVisible();
  await expect(second.getByText('请补充购物小票。').first()).toBeVisible();
});
