// The benchmarks: each beside its peers or a physical limit, in one run. `npm run bench`, or `npm run bench -- log language`.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchCopies } from './copies.ts';
import { benchDesk } from './desk.ts';
import { benchFrames } from './frames.ts';
import { benchLanguage } from './language.ts';
import { benchLog } from './log.ts';
import { benchNames } from './names.ts';
import { benchPages } from './pages.ts';
import { benchReading } from './reading.ts';
import { benchRecord } from './record.ts';

const SHARED = process.env['ONRECORD_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url));
const RESULTS = fileURLToPath(new URL('results.json', import.meta.url));

const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  log: benchLog,
  language: () => benchLanguage(SHARED),
  reading: benchReading,
  names: () => benchNames(SHARED),
  desk: async () => ({ ...(await benchDesk()), ...(await benchFrames()), pages: await benchPages() }),
  frames: benchFrames,
  pages: benchPages,
  copies: benchCopies,
  record: benchRecord,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

const results: Record<string, unknown> = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, unknown>) : {};
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9) };
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  const figures = await bench();
  for (const [what, figure] of Object.entries(figures))
    process.stdout.write(`  ${what.padEnd(60)} ${typeof figure === 'object' ? JSON.stringify(figure) : String(figure)}\n`);
  results[name] = { machine, figures };
}
mkdirSync(fileURLToPath(new URL('.', import.meta.url)), { recursive: true });
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
