import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from './sources';

type Words = Record<string, string>;

const zh = import.meta.glob<{ default: Words }>('../src/i18n/zh-CN/*.ts', { eager: true });
const en = import.meta.glob<{ default: Words }>('../src/i18n/en/*.ts', { eager: true });
const names = [...new Set([...Object.keys(zh), ...Object.keys(en)].map((path) => basename(path)))];
const wordsOf = (files: typeof zh, folder: string, name: string): Words =>
  files[`../src/i18n/${folder}/${name}`]?.default ?? {};

/** The `{places}` of a text, each once, in order of the alphabet. */
const places = (text = ''): string =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join();

describe.each(names)('the words of %s', (name) => {
  const chinese = wordsOf(zh, 'zh-CN', name);
  const english = wordsOf(en, 'en', name);

  it('exist in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  it('have the same places to fill in', () => {
    expect(Object.keys(chinese).filter((key) => places(chinese[key]) !== places(english[key]))).toEqual([]);
  });

  it('are never empty', () => {
    expect(Object.entries({ ...chinese, ...english }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('avoid the words that the public should not have to read', () => {
    const forbidden = /予以|请知悉|系统异常|操作失败|职业打假人/;
    expect(Object.entries(chinese).filter(([, text]) => forbidden.test(text))).toEqual([]);
  });
});

describe('keys in the screens', () => {
  it('are all in a message file', () => {
    const known = new Set(Object.values(zh).flatMap((file) => Object.keys(file.default)));
    const used = sources('src', ['.ts', '.vue']).flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => ({ path, key: match[1] ?? '' })),
    );
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });

  it('of the public pages are all used, by name or by the beginning of a name', () => {
    const texts = sources('src', ['.ts', '.vue'])
      .filter(({ path }) => !path.startsWith('src/i18n/'))
      .map(({ text }) => text)
      .join('\n');
    const begins = [...texts.matchAll(/`([\w.-]+\.?)\$\{/g)].map((match) => match[1] ?? '');
    const isUsed = (key: string): boolean =>
      texts.includes(`'${key}'`) || begins.some((begin) => key.startsWith(begin));
    const publicWords = /\/(public|submit|track|law|region|about)\.ts$/;
    const own = Object.entries(zh).filter(([path]) => publicWords.test(path));
    expect(own.flatMap(([, file]) => Object.keys(file.default)).filter((key) => !isUsed(key))).toEqual([]);
  });
});
