// After the two builds: writes each public page as plain HTML (dist/pages/*.html), so that it can be read before any
// script runs, and the not-found page where Spring Boot looks for it (dist/error/404.html).
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const { pages, render } = await import(at('.prerender/server.js'));
const manifest = JSON.parse(readFileSync(at('dist/.vite/manifest.json'), 'utf8'));
const template = readFileSync(at('dist/public.html'), 'utf8');

/** The chunks a page needs, itself included, each once. */
function chunksOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (chunk !== undefined && !found.has(chunk)) {
    found.add(chunk);
    for (const next of chunk.imports ?? []) {
      chunksOf(next, found);
    }
  }
  return found;
}

const early = (file) => {
  const chunks = [...chunksOf(`src/public/pages/${file}.vue`)];
  const wanted = (path) => !template.includes(`"/${path}"`);
  const css = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].filter(wanted);
  const code = chunks.map((chunk) => chunk.file).filter(wanted);
  return [
    ...css.map((path) => `<link rel="stylesheet" crossorigin href="/${path}">`),
    ...code.map((path) => `<link rel="modulepreload" crossorigin href="/${path}">`),
  ].join('\n    ');
};

async function write(path, file, target) {
  const { html, title } = await render(path);
  const page = template
    .replace(/<title>.*<\/title>/, () => `<title>${title}</title>`)
    .replace('</head>', () => `  ${early(file)}\n  </head>`)
    .replace('<!--app-->', () => html);
  if (/ style="/.test(page)) {
    throw new Error(`${path} has an inline style, which the content security policy forbids`);
  }
  writeFileSync(at(`dist/${target}`), page);
}

mkdirSync(at('dist/pages'), { recursive: true });
mkdirSync(at('dist/error'), { recursive: true });
for (const { path, file } of pages) {
  await write(path, file, `pages/${path === '/' ? 'home' : path.slice(1)}.html`);
}
await write('/no-such-page', 'NotFound', 'error/404.html');
renameSync(at('dist/desk.html'), at('dist/pages/desk.html'));
renameSync(at('dist/merchant.html'), at('dist/pages/merchant.html'));
rmSync(at('dist/public.html'));
rmSync(at('.prerender'), { recursive: true });
// Last: Maven compares the sources with this file, so a build that broke off is done again.
writeFileSync(at('dist/.vite/built'), '');
