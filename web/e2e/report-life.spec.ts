import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page, type Request } from '@playwright/test';
import { findings, overflows } from './axe';
import { act, choose, officer, openCase } from './desk';
import { approved, both, caseOf, day, receipt, serve } from './report';
import { askOrder, result, takeSample, toLaboratory } from './sample';
import { fillComplaint, next, openWizard, submitComplaint, tellMerchant, wish } from './wizard';

/** What only the keeper may open: who reported, and what the photo tells of the telephone. */
const secret = {
  name: '密报样',
  phone: '13800001357',
  address: '样例县藏名巷八十八号',
  email: 'mibao@example.org',
  camera: 'CAMERA-OF-THE-REPORTER',
};
const batch = `LIFE-${Date.now() % 10_000_000}`;

/** A photo as a telephone takes it, with the camera's name in its Exif. */
async function photo(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    canvas.getContext('2d')?.fillRect(0, 0, 40, 40);
    return canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
  });
  const make = Buffer.from(`${secret.camera}\0`, 'latin1');
  // one directory with one entry: 271, the maker, as letters that stand behind the directory
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(271, 10);
  tiff.writeUInt16BE(2, 12);
  tiff.writeUInt32BE(make.length, 14);
  tiff.writeUInt32BE(26, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, make]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  const jpeg = Buffer.from(plain, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** A report with a name that is to stay secret, and a photo. */
async function report(page: Page): Promise<{ no: string; code: string }> {
  await openWizard(page);
  await page.getByLabel('经过').fill(`店里卖的酸奶批号${batch}已经发霉还在卖，货架上有三十盒。`);
  await next(page).click();
  await tellMerchant(page);
  await wish(page, '查处商家的违法行为（举报）');
  await page.locator('#evidence').setInputFiles({ name: '货架.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await expect(page.getByText('已传好', { exact: true })).toBeVisible();
  await next(page).click();
  await page.getByLabel('您的姓名').fill(secret.name);
  await page.getByLabel('电话', { exact: false }).first().fill(secret.phone);
  await page.getByLabel('通讯地址').fill(secret.address);
  await page.getByLabel('电子邮箱', { exact: false }).fill(secret.email);
  await next(page).click();
  await page.getByLabel('我对举报内容的真实性负责').check();
  await page.getByRole('button', { name: '提交举报' }).click();
  return receipt(page);
}

/** Everything that reached the browser of an officer, searched for what is secret; streams, which never end, are not waited for. */
class Ear {
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
async function walk(browser: Browser, username: string, caseNo: string): Promise<string[]> {
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
async function shownByTheKeeper(browser: Browser, investigator: Page, caseNo: string): Promise<void> {
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

test('a report whose author stays secret goes through to decision, reward and archive', async ({ page, browser }) => {
  test.setTimeout(900_000);
  const { no, code } = await report(page);
  const intake = await officer(browser, 'fensong');
  const caseNo = await caseOf(intake, no);
  await openCase(intake, caseNo);
  await act(intake, '分派', '已接收', both);

  const investigator = await officer(browser, 'liming');
  const ear = new Ear(investigator);
  const leader = await officer(browser, 'juzhang');
  await openCase(investigator, caseNo);
  await act(investigator, '核查', '核查中');

  await investigator.getByRole('tab', { name: '抽检' }).click();
  await takeSample(investigator, '登记抽样', batch, { 产品名称: '酸奶' });
  await approved(investigator, leader, caseNo, '延长核查', async (form) => {
    await form.getByLabel(/特殊情况/).fill('样品要检测，十五个工作日内出不了结果。');
  });

  await investigator.getByRole('tab', { name: '抽检' }).click();
  await investigator.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await toLaboratory(investigator, '样例检验所');
  await result(investigator, batch, '样例检验所', '40000', false, false);
  await askOrder(investigator);
  await leader.goto('/desk/inspection?view=WAITING');
  await leader.locator('.sample-row', { hasText: batch }).getByRole('link').click();
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await expect(leader.getByText(/下架〔\d+〕第\d+号/).first()).toBeVisible();

  await openCase(investigator, caseNo);
  await approved(investigator, leader, caseNo, '立案', async (form) => {
    for (const box of await form.getByRole('group', { name: /立案条件/ }).getByRole('checkbox').all()) {
      await box.check();
    }
    await both(form);
  });
  await approved(investigator, leader, caseNo, '行政处罚告知', async (form) => {
    await form.getByLabel(/当事人/).first().fill('样例便利店');
    await form.getByLabel(/违法事实和证据/).fill('出售变质酸奶三十盒。');
    await form.getByLabel(/理由和依据/).fill('样例条款');
    await form.getByRole('textbox', { name: /拟作出的处罚/ }).fill('罚款');
    await form.getByLabel(/拟罚款/).fill('50000');
  });
  await serve(investigator, 'NOTICE', '已立案');
  await act(investigator, '陈述申辩', '已立案', async (form) => {
    await choose(form, 'WAIVED');
    await form.getByLabel(/日期/).first().fill(day());
    await form.getByLabel(/内容/).fill('书面放弃陈述、申辩。');
  });
  await approved(investigator, leader, caseNo, '处理决定', async (form) => {
    await choose(form, 'PENALTY');
    await form.locator('input[name="act-reviewed"][value=true]').check();
    await form.locator('input[name="act-heard"][value=true]').check();
    await form.getByLabel(/决定书文号/).fill(`样例罚〔2026〕${batch}号`);
    await form.getByLabel(/^罚款/).fill('50000');
  });
  await serve(investigator, 'DECISION', '已作决定');
  await act(investigator, '告知举报人', '已作决定', async (form) => {
    await choose(form, 'FOOD_LAW_115');
    await form.getByLabel('告知方式').selectOption('PHONE');
    await form.getByLabel('凭证').fill('通话记录样例1号');
    await form.getByLabel(/告知内容/).fill('您反映的情况属实，已依法处理。');
  });

  // the reward: asked for by number and code alone, graded, approved by two, paid at the window against the code
  await page.goto(`/track?no=${no}`);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('button', { name: '申请奖励' }).click();
  await expect(page.getByText('已登记您的奖励申请。').first()).toBeVisible();
  await investigator.goto('/desk/rewards');
  const card = investigator.locator('article.panel', { hasText: caseNo });
  await card.getByRole('button', { name: '认定等级' }).click();
  await investigator.getByLabel('等级', { exact: false }).first().selectOption({ index: 1 });
  await investigator.getByLabel('认定理由').fill('提供的线索详细，与查办的事实完全一致。');
  await investigator.getByRole('button', { name: '认定并计算金额' }).click();
  for (const username of ['kezhang', 'juzhang']) {
    const head = await officer(browser, username);
    await head.goto('/desk/rewards');
    await head.locator('article.panel', { hasText: caseNo }).getByRole('button', { name: '批准', exact: true }).click();
    await expect(head.locator('article.panel', { hasText: caseNo }).getByRole('alert')).toHaveCount(0);
    await head.context().close();
  }
  await page.reload();
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('button', { name: '取领奖码' }).click();
  const payout = ((await page.locator('.reward-code strong').textContent()) ?? '').trim();
  const claimNo = /领奖编号 (\S+?)，/.exec((await page.getByText(/领奖编号/).first().textContent()) ?? '')?.[1] ?? '';
  const window = await officer(browser, 'dengji');
  await window.goto('/desk/rewards');
  await window.getByLabel('领奖编号').fill(claimNo);
  await window.getByLabel('领奖码').fill(payout);
  await window.getByLabel('付款凭证号').fill('样例凭证1号');
  await window.getByRole('button', { name: '付款' }).click();
  await expect(window.getByText(/已入账/).first()).toBeVisible();

  await openCase(investigator, caseNo);
  await act(investigator, '执行完毕', '已作决定', async (form) => form.getByLabel(/执行凭证编号/).fill('样例缴款书1号'));
  await approved(investigator, leader, caseNo, '结案', async () => undefined);
  await act(investigator, '归档', '已归档');
  expect(await findings(investigator)).toEqual([]);
  await investigator.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(investigator)).toBe(false);
  await investigator.setViewportSize({ width: 1366, height: 768 });

  expect(await ear.heard()).toEqual([]);
  for (const username of ['liming', 'fensong', 'dengji', 'kezhang', 'juzhang', 'wangfang', 'jinping', 'baoguan', 'demo-sysadmin']) {
    expect(await walk(browser, username, caseNo), username).toEqual([]);
  }

  await shownByTheKeeper(browser, investigator, caseNo);
  expect(await ear.heard()).toContainEqual(expect.stringMatching(/^name in .*\/read$/));
});

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
  await act(handler, '征求调解意愿', '调解中', async (form) => {
    await choose(form, 'RESPONDENT');
    await choose(form, 'YES');
  });
  await act(handler, '组织调解', '调解中', async (form) => {
    await choose(form, 'PHONE');
    await form.getByLabel(/调解记录/).fill('商家承认没有进货票据。');
  });
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
  await approved(handler, leader, clue, '立案', async (form) => {
    for (const box of await form.getByRole('group', { name: /立案条件/ }).getByRole('checkbox').all()) {
      await box.check();
    }
    await both(form);
  });
  await openCase(leader, complaint);
  await leader.getByRole('tab', { name: '关联 1' }).click();
  await expect(leader.getByRole('link', { name: clue }).first()).toBeVisible();
  expect(await converted(leader)).toBe(before + 1);
});
