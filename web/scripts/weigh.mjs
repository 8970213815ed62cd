// After the client build: what a browser fetches before it can show each page, gzipped, against the budgets of
// SCREENS §2. Fails the build when a page has grown too heavy.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const at = (path) => new URL(`../${path}`, import.meta.url);
const manifest = JSON.parse(readFileSync(at('dist/.vite/manifest.json'), 'utf8'));
const budgets = {
  public: { js: 150_000, css: 20_000 },
  desk: { js: 260_000, css: 50_000 },
};

function closure(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    (manifest[name].imports ?? []).forEach((next) => closure(next, found));
  }
  return found;
}

const weights = new Map();
function weigh(path) {
  if (!weights.has(path)) {
    weights.set(path, gzipSync(readFileSync(at(`dist/${path}`))).length);
  }
  return weights.get(path);
}

function total(names) {
  const chunks = [...new Set(names.flatMap((name) => [...closure(name)]))].map((name) => manifest[name]);
  const sum = (paths) => [...new Set(paths)].reduce((all, path) => all + weigh(path), 0);
  return { js: sum(chunks.map(({ file }) => file)), css: sum(chunks.flatMap(({ css }) => css ?? [])) };
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const pages = Object.keys(manifest).filter((name) => name.startsWith('src/public/pages/'));
const loads = [
  ...pages.map((page) => ({ name: page.slice('src/public/pages/'.length, -'.vue'.length), names: ['public.html', page], of: 'public' })),
  { name: 'desk', names: ['desk.html'], of: 'desk' },
  // a shopkeeper's phone: as light as a public page, with all that its routes load
  { name: 'merchant', names: ['merchant.html', ...Object.keys(manifest).filter((name) => name.startsWith('src/features/greenchannel/merchant/'))], of: 'public' },
];

let heavy = false;
for (const { name, names, of } of loads) {
  const { js, css } = total(names);
  const over = js > budgets[of].js || css > budgets[of].css;
  heavy ||= over;
  console.log(`${over ? 'TOO HEAVY ' : ''}${name}: JS ${kilo(js)}, CSS ${kilo(css)} (gzip)`);
}
if (heavy) {
  console.error(`Budgets: ${JSON.stringify(budgets)}`);
  process.exit(1);
}
