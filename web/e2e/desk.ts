import { expect, type Browser, type Locator, type Page } from '@playwright/test';

const password = 'Fangxin-Demo-2026';

/** An officer of the demo county at the desk, in a window of their own. */
export async function officer(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/(desk|admin)\//);
  return page;
}

export async function openCase(page: Page, caseNo: string): Promise<void> {
  await page.goto(`/desk/cases/${caseNo}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(caseNo);
}

/** Opens the form of an act by the button that names it, wherever the bar holds it. */
export async function begin(page: Page, label: string): Promise<void> {
  const more = page.getByRole('button', { name: /^其他 \d+ 项/ });
  const button = page.getByRole('button', { name: label, exact: true });
  await expect(button.or(more).first()).toBeVisible();
  if (!(await button.first().isVisible())) {
    await more.click();
  }
  await button.first().click();
  await expect(page.locator('#act-form')).toBeVisible();
}

/** Sends the open form and waits for the stage it leads to. */
export async function send(page: Page, stage: string): Promise<void> {
  await page.locator('#act-form button[type=submit]').click();
  await expect(page.locator('#act-form')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(stage);
}

export async function act(
  page: Page,
  label: string,
  stage: string,
  fill: (form: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await begin(page, label);
  await fill(page.locator('#act-form'));
  await send(page, stage);
}

/** Chooses a code, however many there are to choose from. */
export async function choose(form: Locator, code: string): Promise<void> {
  const one = form.locator(`input[type=radio][value=${code}], option[value=${code}]`);
  await one.waitFor({ state: 'attached' });
  if ((await one.getAttribute('type')) === 'radio') {
    await one.check();
  } else {
    await one.locator('xpath=ancestor::select').selectOption(code);
  }
}

/** The merchant agrees to be reconciled. */
export async function willing(page: Page): Promise<void> {
  await act(page, '征求调解意愿', '调解中', async (form) => {
    await choose(form, 'RESPONDENT');
    await choose(form, 'YES');
  });
}

/** The two are brought together by telephone. */
export async function reconciled(page: Page, words: string): Promise<void> {
  await act(page, '组织调解', '调解中', async (form) => {
    await choose(form, 'PHONE');
    await form.getByLabel(/调解记录/).fill(words);
  });
}
