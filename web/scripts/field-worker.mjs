// After the client build: the script that keeps the field's pages on a device, with the list of all they need.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const manifest = JSON.parse(readFileSync(at('dist/.vite/manifest.json'), 'utf8'));
const pages = ['src/features/field/FieldPage.vue', 'src/features/field/FieldCase.vue'];

function closure(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    (manifest[name].imports ?? []).forEach((next) => closure(next, found));
  }
  return found;
}

// English words come when somebody asks for them, which may be out there
const words = Object.keys(manifest).filter((name) => name.startsWith('src/i18n/en/'));
const names = new Set(['desk.html', ...pages, ...words].flatMap((name) => [...closure(name)]));
const files = [...names].flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? []), ...(manifest[name].assets ?? [])]);
const list = [...new Set(files)].sort().map((file) => `/${file}`);
const template = readFileSync(at('scripts/field-worker.template.js'), 'utf8');
const version = createHash('sha256').update(list.join()).update(template).update(readFileSync(at('dist/desk.html'))).digest('hex').slice(0, 16);
const script = template.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(list, null, 2));
mkdirSync(at('dist/pages'), { recursive: true });
writeFileSync(at('dist/pages/field-worker.js'), script);
console.log(`field pages: ${list.length} files`);
