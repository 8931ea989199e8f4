// The passphrase of an encrypted casebook: from a file, from the environment, or typed where a person looks on. Never from
// the command line itself, which other users of the machine can read.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Fault } from '../base/fault.ts';
import { PASSPHRASE_VARIABLE, type Call } from './command.ts';

/** Throws a Fault 'wrong-key' where there is none and nobody to ask. */
export async function passphrase(call: Call, question = 'Passphrase'): Promise<string> {
  const file = call.text('passphrase-file');
  const given = file === undefined ? process.env[PASSPHRASE_VARIABLE] : await firstLine(resolve(call.folder, file));
  const words = given ?? (process.stdin.isTTY ? await ask(`${question}: `) : '');
  if (words === '')
    throw new Fault('wrong-key', 'this wants a passphrase', `Give it with --passphrase-file FILE, or in the environment’s ${PASSPHRASE_VARIABLE}.`);
  return words;
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', `the file ${path} cannot be read`, 'Check the path.', cause);
  });
  return text.split(/\r?\n/)[0] ?? '';
}

/** Asks on the terminal, without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
