#!/usr/bin/env node
// The command line's door: finds the command, parses its words, runs it, and turns faults into words and exit status.
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { asFault, Fault } from '../base/fault.ts';
import { VERSION } from '../desk/program.ts';
import { helpOf, parseCall } from './command.ts';
import { COMMANDS } from './command-list.ts';
import { ProgressLine } from './progress-line.ts';

const HELP = [
  `onrecord ${VERSION}: who says what happened, in which words, who else says so, who denies it, and what was done about it.`,
  '',
  ...COMMANDS.map(({ name, about }) => `  ${name.padEnd(11)} ${about.split(/\.(?:\s|$)/)[0]?.replaceAll('\n', ' ')}`),
  '',
  '`onrecord COMMAND --help` tells more.',
].join('\n');

// The words of a text die young: a nursery that does not grow keeps the analysis of 5 MB under 300 MB of memory, at no cost in time.
setFlagsFromString('--semi-space-growth-factor=1');

const progress = new ProgressLine(process.stderr);

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') return print(HELP);
  if (name === '--version') return print(VERSION);
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new Fault('bad-usage', `there is no command "${name}"`, 'See `onrecord --help`.');
  const call = parseCall(command, rest, {
    folder: process.cwd(),
    out: print,
    note: (line) => progress.above(() => process.stderr.write(`${line}\n`)),
    progress: (text) => progress.show(text),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    stopped: stopSignal(),
  });
  return call.help ? print(helpOf(command)) : command.run(call);
}

function print(line: string): 0 {
  progress.above(() => process.stdout.write(`${line}\n`));
  return 0;
}

/** Aborted by the first Ctrl+C or request to end; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

// Whoever reads may stop reading, as `head` does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  progress.show('');
  const fault = asFault(thrown);
  if (process.argv.includes('--json')) process.stderr.write(`${JSON.stringify({ error: fault.shape() })}\n`);
  else process.stderr.write(`onrecord: ${fault.message}\n  ${fault.hint}\n`);
  if (process.argv.includes('--trace')) process.stderr.write(`${fault.cause instanceof Error ? fault.cause.stack : fault.stack}\n`);
  process.exitCode = fault.exitStatus;
}
