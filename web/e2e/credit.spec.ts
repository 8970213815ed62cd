import { expect, test, type Page } from '@playwright/test';
import { findings } from './axe';
import { officer } from './desk';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A right unified social credit code (GB 32100) of an invented shop in 崇信县. */
function uscc(): string {
  const start = `92620823MA${String(Date.now()).slice(-7)}`;
  const sum = [...start].reduce((all, c, i) => all + CHARACTERS.indexOf(c) * (WEIGHTS[i] ?? 0), 0);
  return start + CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

async function entered(page: Page, name: string, code: string): Promise<void> {
  await page.goto('/desk/merchants/new');
  await page.getByLabel('名称', { exact: true }).fill(name);
  await page.getByLabel(/^统一社会信用代码/).fill(`${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`);
  await page.getByLabel(/^行政区划代码/).fill('620823');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('校验位不对', { exact: false }).first()).toBeVisible();
  await page.getByLabel(/^统一社会信用代码/).fill(code);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

test('a business is entered, graded with reasons, talked to, drawn by lot and looked at again', async ({ browser }) => {
  const name = `样例信用超市${String(Date.now()).slice(-6)}`;
  const head = await officer(browser, 'kezhang');
  await entered(head, name, uscc());
  const credit = head.getByRole('region', { name: '信用', exact: true });

  await credit.getByRole('button', { name: '登记系统里没有的情况' }).click();
  await credit.getByLabel('情况', { exact: true }).selectOption('SERIOUS_LIST');
  await credit.getByLabel('日期').fill(inDays(0));
  await credit.getByLabel('文书编号').fill('列字〔2026〕1号');
  await credit.getByLabel('说明').fill('列入严重违法失信名单');
  await credit.getByRole('button', { name: '确定' }).click();
  await credit.getByRole('button', { name: '按规则计算等级' }).click();
  await expect(credit.getByText('列入严重违法失信名单：36 个月内 1 次', { exact: false })).toBeVisible();
  await credit.getByRole('button', { name: '确认 D' }).click();
  await expect(credit.getByText('现行', { exact: true })).toBeVisible();

  const talks = head.getByRole('region', { name: '约谈和行政指导' });
  await talks.getByRole('button', { name: '记录约谈或者行政指导' }).click();
  await talks.getByLabel('日期').fill(inDays(0));
  await talks.getByLabel('地点').fill('县局会议室');
  await talks.getByLabel('因为什么').selectOption('GRADE');
  await talks.getByLabel('起因').fill('等级降为 D');
  await talks.getByLabel(/^参加的人/).fill('样例店长');
  await talks.getByLabel('谈了什么、要求什么').fill('立即整改');
  await talks.getByRole('button', { name: '确定' }).click();
  await expect(talks.getByRole('table', { name: /^效果/ })).toContainText('0 件');

  await head.goto('/desk/supervision-plan');
  await head.getByRole('button', { name: '双随机抽取' }).click();
  await head.getByLabel('这次抽取叫什么').fill(`${name}抽查`);
  await head.getByLabel('完成期限').fill(inDays(30));
  await head.getByRole('button', { name: '确定' }).click();
  await head.getByRole('link', { name: `${name}抽查` }).click();
  await expect(head.getByText('再抽一遍，结果一样', { exact: false })).toBeVisible();
  await head.getByRole('link', { name, exact: true }).click();

  const checks = head.getByRole('region', { name: '检查', exact: true });
  await checks.getByRole('button', { name: '填检查结果' }).click();
  await checks.getByLabel('结果', { exact: true }).selectOption('CORRECTION');
  await checks.getByLabel('检查日期').fill(inDays(0));
  await checks.getByLabel('亮照经营').check();
  await checks.getByLabel('检查情况').fill('没有明码标价');
  await checks.getByLabel(/^改正期限/).fill(inDays(0));
  await checks.getByLabel(/^复查日期/).fill(inDays(7));
  await checks.getByLabel(/^文书编号/).fill('责改〔2026〕1号');
  await checks.getByRole('button', { name: '确定' }).click();
  await expect(checks.getByText(`${inDays(7)} 复查`)).toBeVisible();

  await head.reload();
  const course = head.getByRole('region', { name: '全部经过' });
  await expect(course.getByRole('listitem')).toHaveCount(4);
  await expect(course).toContainText('信用等级');
  await expect(course).toContainText('责令改正');
  expect(await findings(head)).toEqual([]);
  await head.setViewportSize({ width: 390, height: 844 });
  const wide = await head.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide, 'nothing sticks out on a telephone').toBe(false);
});

test('an extract is taken in with its faults, and the old number finds its business', async ({ browser }) => {
  const page = await officer(browser, 'dengji');
  const number = `620823${String(Date.now()).slice(-9)}`;
  const csv = `统一社会信用代码,名称,行政区划代码\n${number},样例老号粮油店${number.slice(-4)},620823\n123,样例坏行,\n`;
  await page.goto('/desk/merchants/extracts');
  await page.getByLabel('选择登记信息文件').setInputFiles({ name: '登记.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: '开始导入' }).click();
  await expect(page.getByText('导入完成', { exact: false })).toBeVisible();
  await expect(page.getByRole('row', { name: /^3 统一社会信用代码/ })).toBeVisible();
  await page.goto(`/desk/merchants?q=${number}`);
  await expect(page.getByRole('link', { name: `样例老号粮油店${number.slice(-4)}` })).toBeVisible();
});

test('a rule table is drafted by one, tried, and approved by another', async ({ browser }) => {
  const head = await officer(browser, 'kezhang');
  await head.goto('/desk/credit/rules');
  await head.getByRole('button', { name: '起草新版本' }).click();
  await head.getByLabel('受理的投诉 每次分值').fill('4');
  await head.getByLabel('从哪天起').fill(inDays(30));
  await head.getByLabel('为什么要改').fill('投诉看得更重');
  await head.getByRole('button', { name: '试算' }).click();
  await expect(head.getByText('家会换等级', { exact: false })).toBeVisible();
  await head.getByRole('button', { name: '提交批准' }).click();
  await expect(head.getByText('等另一位负责人决定。').first()).toBeVisible();
  const leader = await officer(browser, 'juzhang');
  await leader.goto('/desk/credit/rules');
  await leader.getByRole('button', { name: '决定是否批准' }).first().click();
  await leader.getByLabel('同意', { exact: true }).check();
  await leader.getByLabel('理由').fill('同意');
  await leader.getByRole('button', { name: '确定' }).click();
  await expect(leader.getByText(/起草，.*批准/).first()).toBeVisible();
  expect(await findings(leader)).toEqual([]);
});
