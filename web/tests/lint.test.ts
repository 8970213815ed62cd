import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, sources, withoutComments } from './sources';

const code = sources()
  .filter(({ path }) => !isTest(path) && !path.endsWith('schema.d.ts'))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));

/** Paths whose code matches, with the line that does. */
function offenders(rule: RegExp, allowed: (path: string) => boolean = () => false): string[] {
  return code
    .filter(({ path }) => !allowed(path))
    .flatMap(({ path, text }) => text.split('\n').filter((line) => rule.test(line)).map((line) => `${path}: ${line.trim()}`));
}

/** Files that a file imports, followed to the end; packages by their names. */
function reachable(entry: string, found = new Set<string>()): Set<string> {
  const source = code.find(({ path }) => path === entry);
  found.add(entry);
  if (source === undefined) {
    return found;
  }
  const imports = source.text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  const globs = /import\.meta\.glob/.test(source.text)
    ? code.filter(({ path }) => path.startsWith(`${dirname(entry)}/pages/`)).map(({ path }) => path)
    : [];
  for (const next of [...[...imports].map((match) => resolve(entry, match[1] ?? '')), ...globs]) {
    if (!found.has(next)) {
      reachable(next, found);
    }
  }
  return found;
}

function resolve(from: string, name: string): string {
  if (!name.startsWith('.') && !name.startsWith('@/')) {
    return name;
  }
  const path = name.startsWith('@/') ? join('src', name.slice(2)) : normalize(join(dirname(from), name));
  return [path, `${path}.ts`, `${path}/index.ts`].find((one) => /\.\w+$/.test(one) && existsSync(one)) ?? path;
}

describe('the sources', () => {
  it('never use v-html: the policy of Vue lets it through unchecked', () => {
    expect(offenders(/v-html|innerHTML|insertAdjacentHTML/)).toEqual([]);
  });

  it('name colours only in tokens.css', () => {
    expect(offenders(/#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(/, (path) => path === 'src/ui/tokens.css')).toEqual([]);
  });

  it('never use the browser’s own wording of dates and numbers', () => {
    expect(offenders(/toLocale|Intl\./)).toEqual([]);
  });

  it('read and write dates only in ui/when', () => {
    const dates = /new Date\(|Date\.(now|parse|UTC)|\.(get|set)(UTC)?(Date|Month|FullYear|Time|Day|Hours)\(|86_?400/;
    expect(offenders(dates, (path) => path.startsWith('src/ui/when/'))).toEqual([]);
  });

  it('bind no inline style, which the content security policy forbids', () => {
    expect(offenders(/\sstyle="|v-show=/)).toEqual([]);
  });

  it('keep Element Plus and charts away from the public pages', () => {
    const reached = [...reachable('src/public/main.ts'), ...reachable('src/merchant/main.ts')];
    expect(reached.length).toBeGreaterThan(10);
    expect(reached).toContain('src/features/greenchannel/merchant/InboxPage.vue');
    expect(reached.filter((name) => /^(element-plus|echarts|@element-plus)/.test(name) || name.startsWith('src/desk/'))).toEqual([]);
  });

  it('draw tags only through StatusTag', () => {
    expect(offenders(/ElTag|<el-tag/)).toEqual([]);
  });

  it('hold no Chinese words outside the message files', () => {
    expect(offenders(/[\u4e00-\u9fff]/, (path) => path.startsWith('src/i18n/'))).toEqual([]);
  });
});
