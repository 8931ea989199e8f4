// How a reading process is started so that a hostile document gains nothing by taking it over: which command, with which
// rights. What a system cannot give is left out, and `guards` says what is in force.
import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type Guard = 'memory-limit' | 'memory-watch' | 'no-network' | 'no-files';

export type Confinement = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What is in force; without 'no-network' only the process's own refusal to load such modules stands (confine.ts). */
  readonly guards: readonly Guard[];
};

const run = promisify(execFile);
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'];
const UNSHARE = ['/usr/bin/unshare', '/bin/unshare'];

/** Where Node keeps what it compiled of the program; null: nowhere. */
const COMPILED = process.env['NODE_COMPILE_CACHE'] || null;

/**
 * The command for a child that may use so much memory.
 *
 * Linux: `prlimit --data` makes the kernel refuse memory over the limit; `unshare --net` gives it a network that holds
 * nothing, where the system lets a user do that. Everywhere: Node's permission model (it may read the program's code,
 * write nothing, start nothing, load no native code), from Node 24 on no strings run as code, an empty environment, a
 * bounded heap.
 *
 * @param draws - for pages that are drawn: the canvas is native code, so that loading such code is allowed
 * @param compiled - the folder of what Node compiled: the child may write there until it drops that right, before it sees a foreign byte
 */
export async function confinementFor(memoryLimitMB: number, draws = false, compiled = COMPILED): Promise<Confinement> {
  const flags = [...nodeFlags(memoryLimitMB), ...(draws ? ['--allow-addons'] : [])];
  const [itself, prlimit, unshare] = await Promise.all([nodeItself(flags), working(PRLIMIT, dataLimit(memoryLimitMB)), working(UNSHARE, NO_NETWORK)]);
  const limited = prlimit ? [prlimit, ...dataLimit(memoryLimitMB + itself.megabytes)] : [];
  const quick = compiled !== null && itself.drops ? compiled : null;
  const rights = quick === null ? [] : [`--allow-fs-read=${quick}`, `--allow-fs-write=${quick}`];
  const apart = unshare ? [unshare, ...NO_NETWORK] : [];
  const [command, ...args] = [...limited, ...apart, process.execPath, ...flags, ...rights, childModule()];
  const guards: Guard[] = [prlimit ? 'memory-limit' : 'memory-watch', 'no-files'];
  if (unshare) guards.push('no-network');
  return { command, args, env: { ...childEnvironment(), ...(quick === null ? {} : { NODE_COMPILE_CACHE: quick }) }, guards };
}

/**
 * Words before another program's command that hold it in as far as the system can: its memory, its network. None where it
 * cannot.
 *
 * @param more - further limits, as prlimit takes them
 */
export async function wrapper(memoryLimitMB: number, more: readonly string[] = []): Promise<readonly string[]> {
  const limits = [...more, ...dataLimit(memoryLimitMB)];
  const [prlimit, unshare] = await Promise.all([working(PRLIMIT, limits), working(UNSHARE, NO_NETWORK)]);
  return [...(prlimit ? [prlimit, ...limits] : []), ...(unshare ? [unshare, ...NO_NETWORK] : [])];
}

/**
 * Words before another program's command that give it a network which holds nothing; none where the system lets nobody do that.
 *
 * @param user - as whom it is to run, where this process may choose
 */
export async function withoutNetwork(user?: number): Promise<readonly string[]> {
  const unshare = await working(UNSHARE, NO_NETWORK, user);
  return unshare ? [unshare, ...NO_NETWORK] : [];
}

const dataLimit = (megabytes: number): readonly string[] => [`--data=${megabytes * 1024 * 1024}`, '--core=0', '--'];
const NO_NETWORK: readonly string[] = ['--map-current-user', '--net', '--'];

/** Where the wrapper is, if it is there and can start a program on this system with these words; else null. */
async function working(paths: readonly string[], words: readonly string[], user?: number): Promise<string | null> {
  const path = paths.find((each) => existsSync(each));
  if (!path) return null;
  return run(path, [...words, '/bin/true'], { timeout: 5000, env: {}, cwd: '/', ...(user === undefined ? {} : { uid: user, gid: user }) }).then(
    () => path,
    () => null,
  );
}

/**
 * What Node counts against the limit before any document: some 570 MB, nearly all of it reserved and never used. It
 * differs by version and flags, so it is measured; 0 where the system does not tell. And whether a process can drop a right that it was given.
 */
async function nodeItself(flags: readonly string[]): Promise<{ readonly megabytes: number; readonly drops: boolean }> {
  const script =
    "process.stdout.write(`drops: ${typeof process.permission.drop === 'function'}\\n`); process.stdout.write(require('node:fs').readFileSync('/proc/self/status'))";
  const words = [...flags, '--allow-fs-read=/proc/self/status', '--allow-fs-read=/proc/*', '-e', script];
  const { stdout } = await run(process.execPath, words, { timeout: 5000, env: childEnvironment() }).catch(() => ({ stdout: '' }));
  return { megabytes: Math.ceil(Number(/^VmData:\s+(\d+) kB/m.exec(stdout)?.[1] ?? 0) / 1024), drops: stdout.startsWith('drops: true') };
}

/** In Node 22 the flag also keeps Node from finding the exports of CommonJS modules, which linkedom's parts are. */
const REFUSES_CODE_FROM_STRINGS = Number(process.versions.node.split('.')[0]) >= 24;

/** The rights of a process of ours that reads the program's code in these rooms, and no other file; what else it may, its caller adds. */
export const rightsToRead = (rooms: readonly string[]): readonly string[] => [
  '--permission',
  ...readableFolders(rooms).map((folder) => `--allow-fs-read=${folder}`),
];

function nodeFlags(memoryLimitMB: number): readonly string[] {
  return [
    ...rightsToRead(['reading', 'base', 'model']),
    ...(REFUSES_CODE_FROM_STRINGS ? ['--disallow-code-generation-from-strings'] : []),
    '--no-warnings',
    // Three quarters for the heap, the rest for buffers and the program itself.
    `--max-old-space-size=${Math.floor(memoryLimitMB * 0.75)}`,
  ];
}

const here = dirname(fileURLToPath(import.meta.url));

/** child.ts where the program runs from its sources, child.js where it was built. */
const childModule = (): string => join(here, `child${extname(fileURLToPath(import.meta.url))}`);

/**
 * The rooms that reading imports, and every node_modules folder on the way up; where one is a link, what it leads to as
 * well, since rights go by the real path.
 */
function readableFolders(rooms: readonly string[]): readonly string[] {
  const folders = rooms.map((room) => join(dirname(here), room));
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    for (const name of ['node_modules', 'package.json']) if (existsSync(join(folder, name))) folders.push(join(folder, name));
  }
  return [...new Set(folders.flatMap((folder) => [folder, realpathSync(folder)]))];
}

function childEnvironment(): Readonly<Record<string, string>> {
  // Windows programs do not start without it.
  const systemRoot = process.env['SystemRoot'];
  return process.platform === 'win32' && systemRoot ? { SystemRoot: systemRoot } : {};
}
