import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { confinementFor } from './confinement.ts';

/** As it may be where Node keeps what it compiles. */
const compiled = await mkdtemp(join(tmpdir(), 'onrecord-compiled-'));
afterAll(() => rm(compiled, { recursive: true }));

/** What a script says that is run with a reading process's rights, before that has taken anything from itself. */
async function unconfined(script: string): Promise<string> {
  const { command, args, env } = await confinementFor(300);
  return spawnSync(command, [...args.slice(0, -1), '--input-type=module', '-e', script], { env, encoding: 'utf8' }).stdout;
}

/** Runs a script as a reading process is run, with its rights, after it has confined itself. */
async function confined(script: string): Promise<string> {
  const { command, args, env } = await confinementFor(300, false, compiled);
  const whole = `import { confine } from ${JSON.stringify(new URL('confine.ts', import.meta.url).href)};
    const say = process.stdout.write.bind(process.stdout);
    confine();
    try { say('done: ' + (await (async () => { ${script} })())); } catch (error) { say('refused: ' + (error.code ?? error.message)); }`;
  const { stdout, stderr } = spawnSync(command, [...args.slice(0, -1), '--input-type=module', '-e', whole], { env, encoding: 'utf8' });
  return stdout || stderr;
}

test.each([
  ['read a file that is not the program', `return (await import('node:fs')).readFileSync('/etc/passwd').length`, 'ERR_ACCESS_DENIED'],
  ['write a file', `return (await import('node:fs')).writeFileSync('/tmp/onrecord-should-not-be', 'x')`, 'ERR_ACCESS_DENIED'],
  [
    'write where Node keeps what it compiles',
    `return (await import('node:fs')).writeFileSync(${JSON.stringify(join(compiled, 'x'))}, 'x')`,
    'ERR_ACCESS_DENIED',
  ],
  ['start a program', `return (await import('node:child_process')).spawnSync('true').status`, 'ERR_ACCESS_DENIED'],
  ['start a thread', `return new (await import('node:worker_threads')).Worker('0', { eval: true }).threadId`, 'ERR_ACCESS_DENIED'],
  ['connect', `return (await import('node:net')).connect(9, '127.0.0.1').destroyed`, 'a reader may not connect'],
  [
    'ask over http',
    `const http = await import('node:http'); return http.get('http://127.0.0.1:9').on('error', () => undefined).destroyed`,
    'a reader may not connect',
  ],
  ['look up a name', `return (await import('node:dns')).lookup('localhost', () => undefined)`, 'a reader may not lookup'],
  ['look up a name by promise', `return await (await import('node:dns/promises')).resolve4('localhost')`, 'a reader may not resolve4'],
  ['listen', `return (await import('node:net')).createServer().listen(0).listening`, 'a reader may not listen'],
  ['fetch', `return String(await fetch('http://127.0.0.1:9'))`, 'fetch is not defined'],
])('a reading process may not %s', async (_, script, reason) => {
  expect(await confined(script)).toBe(`refused: ${reason}`);
});

test.skipIf(Number(process.versions.node.split('.')[0]) < 24)('a reading process may not run a text as code', async () => {
  expect(await confined(`return new Function('return 1')()`)).toBe('refused: Code generation from strings disallowed for this context');
});

test('it sees nothing of the environment', async () => {
  expect(await confined(`return Object.keys(process.env).filter((name) => name !== 'SystemRoot').join()`)).toBe('done: ');
});

test('one that has been taken over, and has kept all that Node gives it, reaches no port of this machine', async (context) => {
  // Without user namespaces (other systems, some containers) no user can take a network away: what Node and the reader refuse themselves,
  // above, holds there alone, and `guards` says so.
  if (!(await confinementFor(300)).guards.includes('no-network')) context.skip('this system does not let a user take the network away');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const script = `import net from 'node:net';
    net.connect(${port}, '127.0.0.1').on('connect', function () { process.stdout.write('connected'); this.destroy(); }).on('error', (error) => process.stdout.write(error.code));`;
  try {
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout).toBe('connected');
    expect(await unconfined(script)).toMatch(/^(ENETUNREACH|ECONNREFUSED|EHOSTUNREACH)$/);
  } finally {
    server.close();
  }
});

test('the kernel gives it no memory beyond its limit, whatever takes it', async (context) => {
  // `prlimit` is of Linux: elsewhere the limit is Node's own and the watch over the process (memory-watch.ts), and `guards` says so.
  if (!(await confinementFor(300)).guards.includes('memory-limit')) context.skip('this system has no prlimit');
  const script = `import { writeSync } from 'node:fs';
    for (const held = []; held.length < 200;) { held.push(Buffer.alloc(10_000_000, 1)); writeSync(1, held.length + '0 '); }`;
  const taken = Number((await unconfined(script)).trim().split(' ').at(-1));
  expect(taken).toBeGreaterThanOrEqual(150);
  expect(taken).toBeLessThanOrEqual(330);
});
