import { expect, test, type Page } from '@playwright/test';
import { fillComplaint, next, openWizard, story, submitComplaint, tellMerchant, tellStory, wish } from './wizard';

/** Nothing typed is ever lost (SCREENS, principle 1): the submit wizard. */

const submissions = '**/api/v1/submissions';

const refusals = [
  { status: 409, type: 'conflict', says: '您写的都还在' },
  { status: 413, type: 'too-large', says: '内容太大' },
  { status: 422, type: 'invalid', says: '您写的都还在' },
  { status: 429, type: 'too-many-requests', says: '3 分钟' },
  { status: 500, type: 'internal', says: '是我们的系统出了问题' },
];

async function expectEverythingThere(page: Page): Promise<void> {
  await expect(page.getByText(story)).toBeVisible();
  await expect(page.getByText('张三 13800000000')).toBeVisible();
  await expect(page.getByText(/某某家电商场.*锦屏镇西街12号/)).toBeVisible();
}

for (const { status, type, says } of refusals) {
  test(`after ${status} everything typed is still there`, async ({ page }) => {
    await page.route(submissions, (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        headers: status === 429 ? { 'Retry-After': '180' } : {},
        body: JSON.stringify({ type: `urn:fangxin:problem:${type}`, title: '没有办成', status, detail: '没有办成。' }),
      }),
    );
    await fillComplaint(page);
    await submitComplaint(page).click();
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expectEverythingThere(page);
  });
}

test('after the network broke, going on sends the same submission under the same key', async ({ page }) => {
  const keys: string[] = [];
  let broken = true;
  await page.route(submissions, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    await (broken ? route.abort('internetdisconnected') : route.continue());
  });
  await fillComplaint(page);
  await submitComplaint(page).click();
  await expect(page.getByRole('alert').filter({ hasText: '网络断开，还没有提交' })).toBeVisible();
  await expectEverythingThere(page);
  broken = false;
  await page.getByRole('button', { name: '继续提交' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已收到您的投诉', exact: true })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
});

test('an answer that got lost is not submitted twice; what was changed since goes in as a supplement', async ({ page }) => {
  let lost = true;
  await page.route(submissions, async (route) => {
    if (lost) {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
  await fillComplaint(page);
  await submitComplaint(page).click();
  await expect(page.getByRole('button', { name: '继续提交' })).toBeVisible();
  await page.getByRole('button', { name: '修改经过' }).click();
  await page.getByLabel('经过').fill(`${story}补一句：有小票。`);
  await page.getByRole('button', { name: '回到核对' }).click();
  lost = false;
  await page.getByRole('button', { name: '继续提交' }).click();
  await expect(page.getByText('您后来改的内容已作为补充材料交上')).toBeVisible();
});

test('after the tab was closed the story is back, and who wrote it is not', async ({ page, context }) => {
  await fillComplaint(page);
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await openWizard(again);
  await expect(again.getByLabel('经过')).toHaveValue(story);
  await expect(again.getByText('已恢复您上次写的内容')).toBeVisible();
  await again.goto('/submit?step=contact');
  await expect(again.getByLabel('您的姓名')).toHaveValue('');
});

test('nothing moves under the finger while the draft is being kept', async ({ page }) => {
  await openWizard(page);
  const seen = await page.evaluateHandle(() => {
    const steps: { words: string; top: number }[] = [];
    const look = (): void => {
      const words = document.querySelector('.bar-draft')?.textContent ?? '';
      const top = Math.round((document.querySelector('h1')?.getBoundingClientRect().top ?? 0) + window.scrollY);
      const last = steps.at(-1);
      if (last?.words !== words || last.top !== top) {
        steps.push({ words, top });
      }
      requestAnimationFrame(look);
    };
    look();
    return steps;
  });
  const savedTimes = () => seen.evaluate((steps) => steps.filter(({ words }) => words === '草稿已保存').length);
  for (const [n, more] of ['', '我有小票。'].entries()) {
    await page.getByLabel('经过').fill(`${story}${more}`);
    await expect.poll(savedTimes).toBe(n + 1);
  }
  const steps = await seen.jsonValue();
  expect(steps.map(({ words }) => words)).toEqual(['', '正在保存草稿…', '草稿已保存', '正在保存草稿…', '草稿已保存']);
  expect(new Set(steps.map(({ top }) => top)).size).toBe(1);
});

test('after a reload the name is there too, as long as the tab is open', async ({ page }) => {
  await fillComplaint(page);
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expectEverythingThere(page);
});

test('a public computer keeps nothing', async ({ page, context }) => {
  await openWizard(page);
  await page.getByLabel('经过').fill(story);
  await page.getByRole('button', { name: '不在这里存草稿' }).click();
  await expect(page.getByText('已按公用电脑办理')).toBeVisible();
  await next(page).click();
  await page.getByLabel('商家名称').fill('某某家电商场');
  await page.close();
  const again = await context.newPage();
  await openWizard(again);
  await expect(again.getByLabel('经过')).toHaveValue('');
  expect(await again.evaluate(() => sessionStorage.length)).toBe(0);
});

test('what was typed before the script was there is kept', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/submit', { waitUntil: 'commit' });
  await page.getByLabel('经过').fill(story);
  release();
  await expect(page.getByRole('button', { name: '不在这里存草稿' })).toBeVisible();
  await expect(page.getByLabel('经过')).toHaveValue(story);
});

test('a file that fails blocks nothing else, and can be sent again', async ({ page }) => {
  let broken = true;
  await page.route('**/api/v1/attachments', (route) => (broken ? route.abort('failed') : route.continue()));
  await openWizard(page);
  await tellStory(page);
  await tellMerchant(page);
  await wish(page, '帮我和商家协商退款、赔偿等（投诉）', '退款、退货');
  const receipt = { name: '小票.txt', mimeType: 'text/plain', buffer: Buffer.from('收款 1980.00 元') };
  await page.locator('#evidence').setInputFiles(receipt);
  await expect(page.getByText('没有传成', { exact: true })).toBeVisible();
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎么联系您');
  await page.getByRole('button', { name: '上一步' }).click();
  broken = false;
  await page.getByRole('button', { name: '再传一次 小票.txt' }).click();
  await expect(page.getByText('已传好', { exact: true })).toBeVisible();
});

test('a supplement that was being written is back after the tab was closed, and goes in once', async ({ page, context }) => {
  await fillComplaint(page);
  await submitComplaint(page).click();
  await expect(page).toHaveURL(/\/submitted$/);
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  const track = async (tab: Page): Promise<void> => {
    await tab.goto(`/track?no=${no ?? ''}`);
    await tab.getByLabel('查询码').fill(code ?? '');
    await tab.getByRole('button', { name: '查询' }).click();
    await tab.getByRole('button', { name: '补充材料' }).click();
  };
  await track(page);
  await page.getByLabel('要补充什么').fill('找到了小票，金额是 1980 元。');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await track(again);
  await expect(again.getByLabel('要补充什么')).toHaveValue('找到了小票，金额是 1980 元。');
  await again.getByRole('button', { name: '交上补充材料' }).click();
  await again.getByRole('button', { name: '补充材料' }).click();
  await expect(again.getByLabel('要补充什么')).toHaveValue('');
});

test('a supplement whose answer got lost is recorded once, even when the page was loaded anew in between', async ({ page }) => {
  await fillComplaint(page);
  await submitComplaint(page).click();
  await expect(page).toHaveURL(/\/submitted$/);
  const [no, code] = await page.locator('.receipt .number').allTextContents();
  const track = async (): Promise<void> => {
    await page.goto(`/track?no=${no ?? ''}`);
    await page.getByLabel('查询码').fill(code ?? '');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('button', { name: '补充材料' }).click();
  };
  await track();
  await page.getByLabel('要补充什么').fill('收据在这里，金额 1980 元。');
  let lost = false;
  await page.route('**/supplements', async (route) => {
    await route.fetch();
    await route.abort();
    lost = true;
  });
  await page.getByRole('button', { name: '交上补充材料' }).click();
  await expect.poll(() => lost).toBe(true);
  await expect(page.locator('form .trouble')).toBeVisible();
  await page.unroute('**/supplements');
  await track();
  await expect(page.getByLabel('要补充什么')).toHaveValue('收据在这里，金额 1980 元。');
  await page.getByRole('button', { name: '交上补充材料' }).click();
  await page.getByRole('button', { name: '补充材料' }).click();
  await expect(page.getByLabel('要补充什么')).toHaveValue('');
  await expect(page.locator('.timeline li').filter({ hasText: '补充' })).toHaveCount(1);
});
