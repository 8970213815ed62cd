import { expect, test, type Locator } from '@playwright/test';
import { findings } from './axe';
import { act, begin, choose, officer, openCase } from './desk';
import { approved, both, day, filed, printed, reported, serve } from './report';

test('a report is inspected, filed, noticed, decided, served and published, each with its paper', async ({ page, browser }) => {
  test.setTimeout(600_000);
  const intake = await officer(browser, 'fensong');
  const caseNo = await reported(page, intake);
  await openCase(intake, caseNo);
  await act(intake, '分派', '已接收', both);

  const investigator = await officer(browser, 'liming');
  const leader = await officer(browser, 'juzhang');
  await openCase(investigator, caseNo);
  await act(investigator, '核查', '核查中');
  await act(investigator, '现场检查笔录', '核查中', async (form) => {
    const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);
    await form.getByLabel(/检查开始/).fill(now);
    await form.getByLabel(/检查结束/).fill(now);
    await form.getByLabel(/检查地点/).fill('样例路1号一层');
    await both(form);
    await form.locator('input[name="act-credentials"][value=true]').check();
    await form.getByLabel(/执法证号/).fill('甘A-001、甘A-002');
    await form.getByLabel('按行业的检查清单').selectOption('FOOD_SALE');
    await form.getByRole('radiogroup', { name: /超过保质期/ }).getByLabel('不合格').check();
    await form.getByLabel(/备注：/).fill('货架上三袋过期');
    await form.getByRole('textbox', { name: /检查情况/ }).fill('货架上有三袋过期食品。');
    await choose(form, 'REFUSED');
    await form.getByLabel(/没有签名的情况/).fill('店长拒绝签名，已录像。');
  });
  await printed(investigator, '文书', '现场检查笔录');
  await act(investigator, '登记证据', '核查中', async (form) => {
    await choose(form, 'DOCUMENT');
    await form.getByLabel(/证据名称/).fill('进货单');
    await form.getByLabel(/从哪里取得/).fill('被检查单位');
    await form.getByLabel(/取得日期/).fill(day());
    await both(form);
    await form.locator('input[name="act-original"][value=true]').check();
  });
  await investigator.getByRole('tab', { name: '文书', exact: true }).click();
  await investigator.getByRole('button', { name: '打印证据清单' }).click();
  await printed(investigator, '文书', '证据清单');

  await approved(investigator, leader, caseNo, '立案', filed);
  await approved(investigator, leader, caseNo, '行政处罚告知', async (form) => {
    await form.getByLabel(/当事人/).first().fill('样例便利店');
    await form.getByLabel(/违法事实和证据/).fill('出售过期食品三袋。');
    await form.getByLabel(/理由和依据/).fill('样例条款');
    await form.getByRole('textbox', { name: /拟作出的处罚/ }).fill('罚款');
    await form.getByLabel(/拟罚款/).fill('5000');
  });
  await printed(investigator, '案卷', '行政处罚告知书');
  await serve(investigator, 'NOTICE', '已立案');

  const decide = async (form: Locator): Promise<void> => {
    await choose(form, 'PENALTY');
    await form.locator('input[name="act-reviewed"][value=true]').check();
    await form.locator('input[name="act-heard"][value=true]').check();
    await form.getByLabel(/决定书文号/).fill('样例罚〔2026〕5号');
    await form.getByLabel(/^罚款/).fill('5000');
  };
  await begin(investigator, '处理决定');
  const early = investigator.locator('#act-form');
  await decide(early);
  await early.getByLabel('送负责人在系统里审批').check();
  await early.getByLabel(/承办人意见/).fill('拟请批准处罚。');
  await early.locator('button[type=submit]').click();
  await expect(early.getByText('还可以陈述、申辩', { exact: false })).toBeVisible();
  await early.getByRole('button', { name: '收起' }).or(early.locator('.buttons .plain')).first().click();
  await act(investigator, '陈述申辩', '已立案', async (form) => {
    await choose(form, 'WAIVED');
    await form.getByLabel(/日期/).first().fill(day());
    await form.getByLabel(/内容/).fill('书面放弃陈述、申辩。');
  });
  await approved(investigator, leader, caseNo, '处理决定', decide);
  await serve(investigator, 'DECISION', '已作决定');
  await printed(investigator, '案卷', '送达回证');
  expect(await findings(investigator)).toEqual([]);

  await investigator.getByText('记录公示').first().click();
  await investigator.getByLabel(/在哪里公示/).fill('企业信用信息公示系统');
  await investigator.getByRole('button', { name: '记录公示' }).click();
  await expect(investigator.getByText('企业信用信息公示系统', { exact: false }).first()).toBeVisible();
});
