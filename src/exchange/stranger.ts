// The checker that travels with a bundle: built into one file, run with Node alone by somebody who has nothing of ours.
//   node verify.mjs BUNDLE [--checkpoint FILE] [--policy FILE] [--ca FILE] [--log-key KEY]
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { asFault, Fault } from '../base/fault.ts';
import { pastedNote } from '../log/note.ts';
import { parsePolicy } from '../log/policy.ts';
import { parseVkey } from '../log/signature.ts';
import { readAuthorities } from '../log/timestamp.ts';
import type { Outcome } from '../log/verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

const STRING = { type: 'string' } as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { checkpoint: STRING, policy: STRING, ca: STRING, 'log-key': STRING } });
  const file = async <T>(path: string | undefined, parse: (text: string) => T): Promise<T | null> =>
    path === undefined ? null : parse(await readFile(path, 'utf8'));
  const held = await file(values.checkpoint, pastedNote);
  const found = await verifyBundle(positionals[0] ?? '.', {
    held: held === null ? [] : [held],
    policy: await file(values.policy, (text) => need(parsePolicy(text))),
    authorities: await file(values.ca, readAuthorities),
    key: values['log-key'] === undefined ? null : need(parseVkey(values['log-key'])),
  });
  for (const { ok, name, detail } of found.checks) process.stdout.write(`${ok ? 'ok   ' : 'WRONG'}  ${name}: ${detail}\n`);
  process.stdout.write(`${found.ok ? 'The bundle is consistent' : 'The bundle is NOT as it was made'}; ${found.vouched}.\n`);
  return found.ok ? 0 : 1;
}

function need<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Fault('bad-usage', outcome.reason, 'See README.txt beside this file.');
}

try {
  process.exitCode = await main();
} catch (thrown) {
  const { message, hint } = asFault(thrown);
  process.stderr.write(`${message}\n  ${hint}\n`);
  process.exitCode = 2;
}
