import { expect, test } from 'vitest';
import type { Confinement } from './confinement.ts';
import { frame } from './frames.ts';
import { parseResult, type Outcome } from './outcome.ts';
import { ReaderProcess } from './reader-process.ts';

const LIMITS = { timeLimitMs: 1500, memoryLimitMB: 300, answerLimitBytes: 1_000_000 };
/** For what is not about time: a busy machine starts a process late. */
const PATIENT = { ...LIMITS, timeLimitMs: 60_000 };
const SOURCE = { size: 3, bytes: async function* () { yield Buffer.from('abc'); } }; // prettier-ignore
const JOB = { source: SOURCE, name: 'x.txt', want: 'reading', spans: [], page: null, columns: [], signal: undefined } as const;
const PLAN = frame({ mediaType: 'text/plain', reader: 'txt@1' }).toString('hex');

/** A child that has been taken over: it runs this script instead of the readers. */
function takenOver(
  script: string,
  { guards = [], limits = PATIENT }: { readonly guards?: Confinement['guards']; readonly limits?: typeof LIMITS } = {},
): ReaderProcess {
  const prelude = `const { writeSync } = require('node:fs'); const send = (hex) => writeSync(3, Buffer.from(hex, 'hex')); process.stdin.resume();`;
  return new ReaderProcess({ command: process.execPath, args: ['-e', `${prelude} ${script}`], env: {}, guards }, limits);
}

const readWith = (process: ReaderProcess): Promise<Outcome> =>
  process.run<Outcome>(JOB, async (value, { mediaType, reader }) => {
    const result = parseResult(value);
    return result.ok ? { ok: true, mediaType, reading: { ...result.reading, reader } } : { ok: false, mediaType, problem: result.problem, reader };
  });

async function outcomeOf(process: ReaderProcess): Promise<Outcome> {
  const outcome = await readWith(process);
  expect(process.alive).toBe(false);
  return outcome;
}

test.each([
  ['dies', `process.exit(3)`, 'reader-died'],
  ['dies after its plan', `send('${PLAN}'); process.kill(process.pid, 'SIGSEGV')`, 'reader-died'],
  ['sends garbage', `send('ffffff')`, 'took-too-long'],
  ['sends a frame without an end', `send('7fffffff')`, 'too-much-text'],
  ['sends what is no JSON', `send('00000001ff')`, 'bad-answer'],
  ['sends a plan of another form', `send('${frame({ mediaType: '../../etc', reader: 'x' }).toString('hex')}')`, 'bad-answer'],
  ['sends a result of another form', `send('${PLAN}'); send('${frame({ ok: 'yes', reading: 7 }).toString('hex')}')`, 'bad-answer'],
  ['does nothing', `setInterval(() => 0, 1000)`, 'took-too-long'],
  ['spins', `send('${PLAN}'); for (;;);`, 'took-too-long'],
])('of a child that %s only a finding is left', { timeout: 120_000 }, async (_, script, code) => {
  const limits = code === 'took-too-long' ? LIMITS : PATIENT;
  expect(await outcomeOf(takenOver(script, { limits }))).toMatchObject({ ok: false, problem: { code } });
});

const forged = (reading: object): string =>
  `send('${PLAN}'); send('${frame({ ok: 'yes', reading: { text: 'abc', pages: [], metadata: {}, ...reading } }).toString('hex')}')`;

test.each([
  ['pages outside of the text', { pages: [{ label: '1', start: 0, end: 4 }] }],
  ['pages in disorder', { pages: [{ label: '1', start: 2, end: 3 }, { label: '2', start: 0, end: 1 }] }], // prettier-ignore
  ['a date that is none', { metadata: { published: [{ value: 'soon', from: 'x' }] } }],
  ['a language that is none', { metadata: { language: [{ value: '<b>', from: 'x' }] } }],
  ['an address that runs code', { metadata: { url: [{ value: 'javascript:alert(1)', from: 'x' }] } }],
  ['members that nobody asked for', { rows: 'drop table' }],
  ['half a character', { text: '\ud83d' }],
])('a result with %s is not taken over', async (_, reading) => {
  expect(await outcomeOf(takenOver(forged(reading)))).toMatchObject({ ok: false, problem: { code: 'bad-answer' } });
});

test('where the system holds no memory limit, a child that takes too much is seen and ended', { timeout: 120_000 }, async () => {
  const hog = takenOver(`send('${PLAN}'); const held = []; setInterval(() => held.push(Buffer.alloc(50_000_000, 1)), 20)`, { guards: ['memory-watch'] });
  expect(await outcomeOf(hog)).toMatchObject({ ok: false, mediaType: 'text/plain', reader: 'txt@1', problem: { code: 'out-of-memory' } });
});

test('a child that cannot be started is a fault, not a finding about the document', async () => {
  const process = new ReaderProcess({ command: '/nonexistent/node', args: [], env: {}, guards: [] }, LIMITS);
  await expect(readWith(process)).rejects.toMatchObject({ code: 'bug' });
});
