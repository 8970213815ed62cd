import { expect, type Locator, type Page } from '@playwright/test';

/** The panel with this heading. */
export const panel = (page: Page, heading: string): Locator =>
  page.locator('section.panel', { has: page.getByRole('heading', { name: heading, exact: true }) });

/** Opens the part behind a summary and fills its fields; the send button is the form's own. */
export async function write(within: Locator, summary: string, fields: Record<string, string>): Promise<void> {
  await within.locator('summary', { hasText: summary }).click();
  for (const [label, value] of Object.entries(fields)) {
    await within.getByLabel(label, { exact: false }).first().fill(value);
  }
}

export async function result(page: Page, batch: string, lab: string, value: string, fit: boolean, retest: boolean): Promise<void> {
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

export async function step(page: Page, kind: string, words: string, amounts: Record<string, string> = {}): Promise<void> {
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

/** Registers a sample by both officers, in the form behind a summary. */
export async function takeSample(page: Page, summary: string, batch: string, fields: Record<string, string>): Promise<void> {
  const form = page.locator('details', { hasText: summary });
  await form.locator('summary').click();
  await form.getByLabel(/王芳/).check();
  await form.getByLabel(/李明/).check();
  const all = { 批号或者生产日期: batch, 抽样数量: '六盒', 封条编号: `F-${batch}`, 抽样地点: '样例路8号', ...fields };
  for (const [label, value] of Object.entries(all)) {
    await form.getByLabel(label, { exact: false }).fill(value);
  }
  await form.getByRole('button', { name: '登记抽样' }).click();
}

/** Hands the sample to the laboratory. */
export async function toLaboratory(page: Page, lab: string): Promise<void> {
  const custody = panel(page, '样品交接');
  await write(custody, '登记交接', { 交给谁: lab, 委托书编号: '检委1号' });
  await custody.getByLabel('交给检验机构').check();
  await custody.getByRole('button', { name: '登记交接' }).click();
  await expect(custody.getByText(`现在在：${lab}`)).toBeVisible();
}

/** Asks for the order to take the batch off the shelf. */
export async function askOrder(page: Page): Promise<Locator> {
  const order = panel(page, '责令下架');
  await order.getByLabel('涉及的数量').fill('库存三十盒');
  await order.getByLabel('理由').fill('菌落总数超标');
  await order.getByLabel('依据的条款').fill('《食品安全法》第六十三条');
  await order.getByRole('button', { name: '提请责令下架' }).click();
  await expect(order.getByText('提请的人不能审批自己提请的事项。')).toBeVisible();
  return order;
}
