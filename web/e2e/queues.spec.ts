import { expect, test } from '@playwright/test';
import { officer } from './desk';

test('a view is kept, chosen cases are looked at first, and a list is taken along as a file', async ({ browser }) => {
  const page = await officer(browser, 'kezhang');
  await page.goto('/desk/cases');
  const first = page.locator('.grid-row').first();
  await expect(first).toBeVisible();

  const name = `临期${Date.now() % 100_000}`;
  await page.locator('.filters').getByLabel('截止').selectOption('NEAR');
  await page.getByRole('button', { name: '另存为视图' }).click();
  await page.getByLabel('名称').fill(name);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('button', { name: new RegExp(name) })).toHaveAttribute('aria-current', 'page');

  await page.getByRole('button', { name: /^我的范围/ }).click();
  await first.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.bulk-bar')).toContainText('已选 2 件');
  await page.locator('[data-bulk="assign"]').click();
  await page.locator('#bulk-form').getByLabel(/李明/).check();
  await page.getByRole('button', { name: '预览每一件' }).click();
  await expect(page.locator('.bulk-rows tbody tr')).toHaveCount(2);
  await expect(page.getByText('还什么都没有写').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^导出/ }).first().click();
  await page.getByLabel(/^用途说明/).fill('报送本月情况');
  await page.locator('#export-purpose').selectOption('REPORT_UP');
  await page.locator('.sheet .main').last().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^下载/ }).first().click()]);
  expect(file.suggestedFilename()).toMatch(/^案件.*\.xlsx$/);
});
