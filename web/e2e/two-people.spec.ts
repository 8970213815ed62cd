import { expect, test, type Page } from '@playwright/test';
import { begin, officer, openCase, send } from './desk';

/** Two people at one case: nobody is surprised, nothing typed is lost. */

interface Row {
  caseNo: string;
}

/** A complaint that both officers see and that nobody has accepted yet. */
async function undecided(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/cases?view=toDecide&kind=COMPLAINT&queue=team&limit=20');
  const { items } = (await answer.json()) as { items: Row[] };
  for (const { caseNo } of items) {
    const detail = (await (await page.request.get(`/api/v1/cases/${caseNo}`)).json()) as { availableActs: string[] };
    if (['accept', 'refuse', 'record-contact', 'change-demands'].every((act) => detail.availableActs.includes(act))) {
      return caseNo;
    }
  }
  throw new Error('the demo county has no undecided complaint');
}

test('the second sees what the first is writing; a step that matters to nobody is merged, one that matters is compared', async ({ browser }) => {
  const first = await officer(browser, 'liming');
  const second = await officer(browser, 'wangfang');
  const caseNo = await undecided(first);
  await openCase(first, caseNo);
  await openCase(second, caseNo);

  await begin(first, '联系当事人');
  await expect(second.getByText(/正在填写“联系当事人”/)).toBeVisible({ timeout: 20_000 });

  // a changed demand does not touch the telephone call
  await begin(second, '变更请求');
  await second.locator('#act-form input[value=REPAIR]').check();
  await second.locator('#act-form button[type=submit]').click();
  await expect(second.locator('#act-form')).toHaveCount(0);
  await first.locator('#act-form button[type=submit]').click();
  await expect(first.getByRole('dialog')).toContainText('案情和请求');
  await first.getByRole('button', { name: '在新版本上继续' }).click();
  await expect(first.locator('#act-form')).toHaveCount(0);

  // an acceptance touches the refusal
  await first.reload();
  await second.reload();
  await begin(first, '不予受理');
  await first.locator('#act-facts').fill('超过三年，双方说法不一。');
  await first.locator('#act-form input[value=OVER_THREE_YEARS]').check();
  await begin(second, '受理');
  await send(second, '已受理');
  await first.locator('#act-form button[type=submit]').click();
  await expect(first.getByRole('dialog')).toContainText('受理');
  await expect(first.getByRole('dialog')).toContainText('超过三年，双方说法不一。');
  await expect(first.getByRole('button', { name: '在新版本上继续' })).toHaveCount(0);
  await first.getByRole('button', { name: '存为草稿' }).click();
});

test('after the tab died the form is back with its time, and can be thrown away', async ({ browser }) => {
  const page = await officer(browser, 'liming');
  const caseNo = await undecided(page);
  await openCase(page, caseNo);
  await begin(page, '不予受理');
  await page.locator('#act-facts').fill('写到一半，浏览器没了。');
  await page.close({ runBeforeUnload: false });

  const again = await page.context().newPage();
  await again.goto(`/desk/cases/${caseNo}?act=refuse`);
  await expect(again.locator('#act-facts')).toHaveValue('写到一半，浏览器没了。');
  await expect(again.getByText(/已恢复 \d{2}:\d{2} 的草稿/)).toBeVisible();
  await again.getByRole('button', { name: '丢弃草稿' }).click();
  await expect(again.locator('#act-facts')).toHaveValue('');
  await again.reload();
  await expect(again.locator('#act-facts')).toHaveValue('');
});
