// The same search in PostgreSQL's full text, where its server is installed, and in MiniSearch: the passages of the casebook, folded as ours are, the same
// questions, the best fifty of all that match.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldedPassages, phrase, twoWords } from './record-casebook.ts';

const ASKED = 40;
const MOST = 50;

/** Debian keeps the server's programs off the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root; "nobody" does, as root. */
const NOBODY = 65_534;

export async function otherSearches(passages: number): Promise<Record<string, unknown>> {
  return { miniSearch: inMiniSearch(passages), postgresql: await inPostgres(passages) };
}

/** In a process of its own, as it holds everything in memory. */
function inMiniSearch(passages: number): unknown {
  const child = fileURLToPath(new URL('mini-search.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=12000', child, String(passages)], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as unknown) : `it did not hold ${passages} passages in 12 GB of memory`;
}

async function inPostgres(passages: number): Promise<unknown> {
  const bin = programs();
  if (bin === null) return 'its server is not installed here';
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
  const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in who) chownSync(folder, NOBODY, NOBODY);
  const server = (name: string, ...args: readonly string[]) => execFileSync(join(bin, name), args, { ...who, cwd: folder, stdio: 'ignore' });
  const data = join(folder, 'data');
  try {
    server('initdb', '-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C');
    server(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -h '' -c fsync=off -c shared_buffers=512MB -c maintenance_work_mem=512MB`,
      'start',
    );
    try {
      return await ask({ bin, socket: folder }, passages);
    } finally {
      server('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the programs of the server are, and its client; null where they are not. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : [];
  const all = [...(process.env['PATH'] ?? '').split(':'), ...versions.toSorted().toReversed()];
  return all.find((folder) => ['initdb', 'pg_ctl', 'psql'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Where the client is, and the socket that the server listens on. */
type Server = { readonly bin: string; readonly socket: string };

async function ask(server: Server, passages: number): Promise<unknown> {
  const began = performance.now();
  await psql(server, fill(passages));
  const madeS = Math.round((performance.now() - began) / 1000);
  const query = (to: string, words: readonly string[], between: string): string =>
    `select id, count(*) over () from passage, ${to}('simple', '${words.join(between)}') asked where words @@ asked order by ts_rank_cd(words, asked) desc, id limit ${MOST};\n`;
  const numbers = Array.from({ length: ASKED }, (_, n) => n);
  const two = await psql(server, ['\\timing on\n', ...numbers.map((n) => query('to_tsquery', twoWords(n), ' & '))]);
  const phrases = await psql(server, ['\\timing on\n', ...numbers.map((n) => query('to_tsquery', phrase(n), ' <-> '))]);
  return {
    version: execFileSync(join(server.bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    madeS,
    twoWordsMs: timesIn(two),
    phraseMs: timesIn(phrases),
  };
}

function* fill(passages: number): Generator<string> {
  yield 'create unlogged table passage_text (id integer, words text);\ncopy passage_text from stdin;\n';
  let id = 0;
  for (const words of foldedPassages(passages)) yield `${id++}\t${words}\n`;
  yield '\\.\n';
  yield "create unlogged table passage as select id, to_tsvector('simple', words) as words from passage_text;\n";
  yield 'create index passage_words on passage using gin (words);\nvacuum analyze passage;\n';
}

/** Runs a script; gives what it prints. Throws where it fails. */
async function psql({ bin, socket }: Server, script: Iterable<string>): Promise<string> {
  const child = spawn(join(bin, 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', socket, '-U', 'bench', '-d', 'postgres', '-f', '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (printed += piece));
  const ended = once(child, 'close');
  for (const piece of script) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  return printed;
}

function timesIn(printed: string): { readonly p50: number; readonly p95: number } {
  const times = [...printed.matchAll(/^Time: ([\d.]+) ms/gmu)].map(([, ms]) => Number(ms)).toSorted((a, b) => a - b);
  const of = (part: number): number => Number((times[Math.floor(times.length * part)] ?? Number.NaN).toPrecision(3));
  return { p50: of(0.5), p95: of(0.95) };
}
