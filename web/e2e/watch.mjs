// Opens pages in a real browser and tells what ran in them that nobody wrote: called by `./fangxin safety S8`, which puts the
// texts in. Reads what to open from the file named by the first argument, writes what it saw into the second.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [from, to] = process.argv.slice(2);
const job = JSON.parse(readFileSync(from, 'utf8'));
const seen = { ran: [], dialogs: [], reports: [], outside: [], nodes: [], shown: {}, pages: 0 };
const mark = 'fx8(';

/** Markup that came out of a text: a handler, an address that runs, a frame of its own. */
const made = () => {
  const found = [];
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      const runs = name.startsWith('on') || /^[\s\u0000-\u001f]*(javascript|vbscript|data:text)/i.test(value);
      if (runs || (name === 'srcdoc' && value !== '') || (name === 'style' && value.includes('fx8('))) {
        found.push(`<${one.localName} ${name}="${value.slice(0, 80)}">`);
      }
    }
    if (['script', 'style'].includes(one.localName) && (one.textContent ?? '').includes('fx8(')) {
      found.push(`<${one.localName}>`);
    }
  }
  return found;
};

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

async function windowOf(person) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 900 } });
  let where = '';
  await context.exposeBinding('fx8', (_, number) => void seen.ran.push(`${number} at ${where}`));
  await context.exposeBinding('fx8Report', (_, what) => void seen.reports.push(`${what} at ${where}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.fx8Report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== job.root && url.origin !== job.control) {
      seen.outside.push(`${url.href} at ${where}`);
    }
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    seen.dialogs.push(`${dialog.message()} at ${where}`);
    return dialog.dismiss();
  });
  if (person.username) {
    await page.goto(job.root + person.door);
    await page.getByLabel('用户名').fill(person.username);
    await page.getByLabel('密码').fill(job.password);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().includes('/api/v1/session')),
      page.getByRole('button', { name: '登录' }).click(),
    ]);
    await page.waitForLoadState('networkidle');
  }
  return { page, at: (now) => void (where = now) };
}

async function open(page, one) {
  await page.goto(one.control ? job.control + one.path : job.root + one.path);
  if (one.code) {
    await page.getByLabel('查询码').fill(one.code);
    await page.getByRole('button', { name: '查询' }).click();
  }
  // the texts come with data: waited for where they are expected, then whatever else the page still asks for
  await page
    .waitForFunction((text) => document.body.innerText.includes(text), mark, { timeout: one.shows ? 8_000 : 1_500 })
    .catch((late) => {
      if (late.name !== 'TimeoutError') throw late;
    });
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch((busy) => {
    if (busy.name !== 'TimeoutError') throw busy;
  });
}

for (const person of job.people) {
  const { page, at } = await windowOf(person);
  for (const one of person.pages) {
    at(`${person.name} ${one.kind} ${one.path}`);
    await open(page, one);
    seen.pages += 1;
    const kind = `${person.name} ${one.kind}`;
    const text = await page.evaluate(() => document.body.innerText);
    if (one.shows) {
      seen.shown[kind] = (seen.shown[kind] ?? 0) + text.split(mark).length - 1;
    }
    for (const node of await page.evaluate(made)) {
      seen.nodes.push(`${node} at ${kind} ${one.path}`);
    }
    if (one.print) {
      await page.emulateMedia({ media: 'print' });
      await page.emulateMedia({ media: null });
    }
  }
  await page.context().close();
}
await browser.close();
writeFileSync(to, JSON.stringify(seen));
