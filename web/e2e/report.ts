import { expect, type Locator, type Page } from '@playwright/test';
import { act, begin, choose, openCase } from './desk';
import { next, openWizard, tellMerchant, tellStory, wish } from './wizard';

/** Today as a date field takes it. */
export const day = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The number of a submission's case, found as an officer finds it: by the number that the consumer reads out. */
export async function caseOf(desk: Page, submissionNo: string): Promise<string> {
  await desk.goto(`/desk/cases?q=${submissionNo}`);
  const link = desk.getByRole('link', { name: /620823-\d{6}-/ }).first();
  await expect(link).toBeVisible();
  return ((await link.textContent()) ?? '').replace(/^\D*/, '').trim();
}

/** The number and the code of the receipt that is shown. */
export async function receipt(page: Page): Promise<{ no: string; code: string }> {
  await expect(page).toHaveURL(/\/submitted$/);
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  return { no: (no ?? '').trim(), code: (code ?? '').trim() };
}

/** A report without a name, and the number of its case as an officer finds it. */
export async function reported(page: Page, desk: Page): Promise<string> {
  await openWizard(page);
  await tellStory(page);
  await tellMerchant(page);
  await wish(page, '查处商家的违法行为（举报）');
  await next(page).click();
  await page.getByLabel(/不留姓名/).check();
  await next(page).click();
  await page.getByLabel('我对举报内容的真实性负责').check();
  await page.getByRole('button', { name: '提交举报' }).click();
  const { no } = await receipt(page);
  return caseOf(desk, no);
}

/** Both officers of the demo county who investigate. */
export async function both(form: Locator): Promise<void> {
  await form.getByLabel(/李明/).check();
  await form.getByLabel(/王芳/).check();
}

/** Fills the filing of a case: every condition is met, both officers investigate. */
export async function filed(form: Locator): Promise<void> {
  for (const box of await form.getByRole('group', { name: /立案条件/ }).getByRole('checkbox').all()) {
    await box.check();
  }
  await both(form);
}

/** Asks a leader for an act, and lets him approve it. */
export async function approved(page: Page, leader: Page, caseNo: string, label: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await begin(page, label);
  const form = page.locator('#act-form');
  await fill(form);
  await form.getByLabel('送负责人在系统里审批').check();
  await form.getByLabel(/承办人意见/).fill('事实清楚，证据充分，拟请批准。');
  await form.locator('button[type=submit]').click();
  await expect(form).toHaveCount(0);
  await leader.goto('/desk/approvals');
  await leader.locator('.sheet-card', { hasText: caseNo }).getByRole('button', { name: '批准并办理' }).click();
  await expect(leader.locator('.sheet-card', { hasText: caseNo })).toHaveCount(0);
  await openCase(page, caseNo);
}

/** The paper of an act is there, and is a PDF. */
export async function printed(page: Page, tab: string, title: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  const papers = page.locator('.penalty-papers');
  const link = papers.getByRole('link', { name: title, exact: true }).last();
  await expect(async () => {
    const refresh = papers.getByRole('button', { name: '刷新' });
    if (await refresh.isVisible()) {
      await refresh.click();
    }
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

/** Serves a paper in person, today. */
export async function serve(page: Page, what: string, stage: string): Promise<void> {
  await act(page, '送达', stage, async (form) => {
    await choose(form, what);
    await choose(form, 'DIRECT');
    await form.getByLabel(/送达日期/).fill(day());
    await form.getByLabel(/收件人/).fill('店长签收');
  });
}
