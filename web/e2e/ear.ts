import { readFileSync } from 'node:fs';
import { expect, type Browser, type Page, type Request } from '@playwright/test';
import { officer, openCase } from './desk';
import { batch, secret } from './secret';

/** Everything that reached the browser of an officer, searched for what is secret; streams, which never end, are not waited for. */
export class Ear {
  readonly leaks: string[] = [];
  readonly #open = new Set<Request>();
  readonly #reading: Promise<void>[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.#open.add(request));
    page.on('requestfailed', (request) => this.#open.delete(request));
    page.on('requestfinished', (request) => {
      this.#open.delete(request);
      this.#reading.push(this.#search(request));
    });
    page.on('response', (response) => {
      if ((response.headers()['content-type'] ?? '').startsWith('text/event-stream')) {
        this.#open.delete(response.request());
      }
    });
  }

  async #search(request: Request): Promise<void> {
    const response = await request.response();
    const body = await response?.body().catch(() => null);
    const words = `${JSON.stringify(response?.headers())}${body?.toString('utf8') ?? ''}`;
    for (const [what, value] of Object.entries(secret)) {
      if (words.includes(value)) {
        this.leaks.push(`${what} in ${new URL(request.url()).pathname}`);
      }
    }
  }

  /** Waits until the page has asked everything it wants to know. */
  async quiet(): Promise<void> {
    await expect.poll(() => this.#open.size).toBe(0);
  }

  async heard(): Promise<string[]> {
    await Promise.all(this.#reading);
    return this.leaks;
  }
}

/** What an account of the county reaches by its own pages and by address. */
export async function walk(browser: Browser, username: string, caseNo: string): Promise<string[]> {
  const page = await officer(browser, username);
  const ear = new Ear(page);
  const places = [
    '/desk/cases',
    `/desk/cases?q=${encodeURIComponent(batch)}`,
    `/desk/cases?q=${secret.phone}`,
    `/desk/search?q=${encodeURIComponent(secret.name)}`,
    `/desk/search?q=${secret.phone}`,
    `/desk/cases/${caseNo}`,
    '/desk/inspection?view=ALL',
    '/desk/approvals',
    '/desk/rewards',
    '/desk/notices',
    '/desk/inbox',
  ];
  for (const place of places) {
    await page.goto(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await ear.quiet();
  }
  const calls = ['', '/documents', '/samples', '/notices', '/penalty-file', '/penalty-papers', '/earlier-reports', '/duplicates', '/reporter-openings', '/suggestions'];
  for (const call of calls) {
    const words = await page.evaluate((path) => fetch(path).then((answer) => answer.text()), `/api/v1/cases/${caseNo}${call}`);
    for (const [, id] of words.matchAll(/"attachmentId":"([^"]+)"/g)) {
      await page.evaluate((path) => fetch(path).then((answer) => answer.arrayBuffer()).then(() => undefined), `/api/v1/cases/${caseNo}/attachments/${id ?? ''}`);
    }
  }
  const leaks = await ear.heard();
  await page.context().close();
  return leaks;
}

/** One field, asked for by the investigator and opened by the keeper; what is overheard then shows that the ear is not deaf. */
export async function shownByTheKeeper(browser: Browser, investigator: Page, caseNo: string): Promise<void> {
  await openCase(investigator, caseNo);
  await investigator.getByRole('tab', { name: '举报人身份' }).click();
  await investigator.getByLabel('要看的一项').selectOption('NAME');
  await investigator.getByLabel('用途').selectOption('REWARD');
  await investigator.getByRole('button', { name: '向保管员申请' }).click();
  await expect(investigator.getByText('等保管员打开').first()).toBeVisible();
  const keeper = await officer(browser, 'baoguan');
  await keeper.goto('/desk/reporters');
  await keeper.locator('li.panel', { hasText: caseNo }).getByRole('button', { name: '打开', exact: true }).click();
  await keeper.getByLabel('保管员口令').fill(readFileSync(`${process.env['FANGXIN_HOME'] ?? ''}/secrets/reporter-passphrase.txt`, 'utf8').trim());
  await keeper.getByRole('button', { name: '打开这一项' }).click();
  await expect(keeper.getByText('已打开，申请人十分钟内可以看。').first()).toBeVisible();
  await investigator.getByRole('button', { name: '刷新' }).click();
  await investigator.getByRole('button', { name: '看内容' }).click();
  await expect(investigator.getByText(secret.name).first()).toBeVisible();
}
