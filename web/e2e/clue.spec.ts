import { expect, test, type Page } from '@playwright/test';
import { act, officer, openCase, reconciled, willing } from './desk';
import { approved, both, caseOf, filed, receipt } from './report';
import { fillComplaint, submitComplaint } from './wizard';

const batch = `CLUE-${Date.now() % 10_000_000}`;

/** How many complaints the county's page counts as having become cases (诉转案). */
async function converted(leader: Page): Promise<number> {
  await leader.goto('/desk/penalty-files');
  const words = (await leader.getByText(/其中 \d+ 件发现线索并立案/).textContent()) ?? '';
  return Number(/其中 (\d+) 件/.exec(words)?.[1]);
}

test('a clue found in mediation becomes a report of its own, linked with the complaint, which counts once', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const leader = await officer(browser, 'juzhang');
  const before = await converted(leader);
  await fillComplaint(page);
  await submitComplaint(page).click();
  const { no } = await receipt(page);
  const handler = await officer(browser, 'liming');
  const complaint = await caseOf(handler, no);
  await openCase(handler, complaint);
  await act(handler, '受理', '已受理');
  await willing(handler);
  await reconciled(handler, '商家承认没有进货票据。');
  await act(handler, '发现线索', '调解中', async (form) => form.getByLabel(/涉嫌违法的线索/).fill(`涉嫌销售没有合格证明的冰箱（${batch}）。`));

  await leader.goto(`/desk/cases?q=${batch}`);
  const link = leader.getByRole('link', { name: /620823-\d{6}-J/ }).filter({ hasNotText: complaint }).first();
  const clue = ((await link.textContent()) ?? '').replace(/^\D*/, '').trim();
  await openCase(leader, clue);
  await leader.getByRole('tab', { name: '关联 1' }).click();
  await expect(leader.getByRole('link', { name: complaint }).first()).toBeVisible();
  const head = await officer(browser, 'kezhang');
  await openCase(head, clue);
  await act(head, '分派', '已接收', both);
  await openCase(handler, clue);
  await act(handler, '核查', '核查中');
  await approved(handler, leader, clue, '立案', filed);
  await openCase(leader, complaint);
  await leader.getByRole('tab', { name: '关联 1' }).click();
  await expect(leader.getByRole('link', { name: clue }).first()).toBeVisible();
  expect(await converted(leader)).toBe(before + 1);
});
