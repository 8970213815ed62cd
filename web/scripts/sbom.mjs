// Writes the bill of materials of the pages (CycloneDX) from package-lock.json: every package that is not for building or
// testing alone. npm's own command leaves out what a package for building needs too, Vue itself among it.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const root = lock.packages[''];

const named = (path, part) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${part.version}`;
  const [algorithm, sum] = part.integrity.split('-');
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: part.version,
    purl,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(sum, 'base64').toString('hex') }],
    ...(part.license === undefined ? {} : { licenses: [{ license: { name: part.license } }] }),
  };
};

const components = Object.entries(lock.packages)
  .filter(([path, part]) => path !== '' && part.dev !== true)
  .map(([path, part]) => named(path, part));

const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name: root.name, version: root.version } },
  components: [...new Map(components.map((one) => [one.purl, one])).values()],
};
writeFileSync(process.argv[2], `${JSON.stringify(bill, null, 2)}\n`);
