import { expect, type Page } from '@playwright/test';

export const story = '5月2日在西街买的冰箱，第二天就不制冷，店里不给退款。';

export const next = (page: Page) => page.getByRole('button', { name: '下一步', exact: true });

/** Opens the wizard and waits until the page runs, not only shows. */
export async function openWizard(page: Page): Promise<void> {
  await page.goto('/submit');
  await expect(page.getByRole('button', { name: '不在这里存草稿' })).toBeVisible();
}

export async function tellStory(page: Page): Promise<void> {
  await page.getByLabel('经过').fill(story);
  await page.getByLabel('花了多少钱').fill('1980');
  await next(page).click();
}

export async function tellMerchant(page: Page): Promise<void> {
  await page.getByLabel('商家名称').fill('某某家电商场');
  await page.getByRole('combobox', { name: /商家在哪里: 打县/ }).fill('崇信');
  await page.getByRole('option', { name: '甘肃省平凉市崇信县', exact: true }).click();
  await page.getByLabel('详细地址').fill('锦屏镇西街12号');
  await next(page).click();
}

export async function wish(page: Page, ...labels: string[]): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您希望怎么办');
  for (const label of labels) {
    await page.getByLabel(label).check();
  }
  await next(page).click();
  // a press before the next step is shown belongs to this one, and is taken once
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('有什么证据');
}

export async function tellContact(page: Page): Promise<void> {
  await page.getByLabel('您的姓名').fill('张三');
  await page.getByLabel('电话', { exact: false }).first().fill('13800000000');
  await page.getByLabel('通讯地址').fill('甘肃省平凉市崇信县锦屏镇西街');
  await next(page).click();
}

/** From the first step to the last, without submitting. */
export async function fillComplaint(page: Page): Promise<void> {
  await openWizard(page);
  await tellStory(page);
  await tellMerchant(page);
  await wish(page, '帮我和商家协商退款、赔偿等（投诉）', '退款、退货');
  await next(page).click();
  await tellContact(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('请核对后提交');
  await page.getByLabel('我保证内容真实').check();
}

export const submitComplaint = (page: Page) => page.getByRole('button', { name: '提交投诉' });
