// What opens an encrypted casebook: a passphrase, from a file, from the environment, or typed where a person looks on; and
// a key file, where one was chosen. Never from the command line itself, which other users of the machine can read.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Fault } from '../base/fault.ts';
import type { Key } from '../desk/casebook.ts';
import { PASSPHRASE_VARIABLE, type Call } from './command.ts';

/** The options that say where a key is; those of a new key bear `new-` before them. */
type Prefix = '' | 'new-';

/** Throws a Fault 'wrong-key' where nothing is given and nobody is there to ask. */
export async function askKey(call: Call, question = 'Passphrase', prefix: Prefix = ''): Promise<Key> {
  const [wordsFile, keyFile] = [call.text(`${prefix}passphrase-file`), call.text(`${prefix}key-file`)];
  const bytes = keyFile === undefined ? null : await bytesOf(resolve(call.folder, keyFile));
  const given = wordsFile === undefined ? (prefix === '' ? process.env[PASSPHRASE_VARIABLE] : undefined) : await firstLine(resolve(call.folder, wordsFile));
  const passphrase = given ?? (bytes === null && process.stdin.isTTY ? await ask(`${question}: `) : '');
  if (passphrase === '' && bytes === null) {
    throw new Fault(
      'wrong-key',
      'this wants a passphrase',
      `Give it with --${prefix}passphrase-file FILE${prefix === '' ? `, or in the environment’s ${PASSPHRASE_VARIABLE}` : ''}.`,
    );
  }
  return { ...(passphrase === '' ? {} : { passphrase }), ...(bytes === null ? {} : { keyFile: bytes }) };
}

const firstLine = async (path: string): Promise<string> => (await bytesOf(path)).toString('utf8').split(/\r?\n/)[0] ?? '';

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    throw new Fault('not-found', `the file ${path} cannot be read`, 'Check the path.', cause);
  });
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
