// onrecord.json: what a folder must say of itself to be a casebook.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { boolean, count, matching, object, orNull, string, type Shape } from '../base/shape.ts';
import { diskFault, hasCode, makeFile, type Disk } from './disk.ts';

/** The newest format of a casebook that this program knows. */
export const FORMAT = 1;
export const CASEBOOK_FILE = 'onrecord.json';

export type CasebookFile = {
  readonly format: number;
  /** The log's name on every checkpoint and exhibit; random, so that it tells nothing. */
  readonly origin: string;
  /** The log's public key, in the form of C2SP signed-note. */
  readonly vkey: string;
  /** Null in an encrypted casebook, which keeps its name inside. */
  readonly name: string | null;
  readonly encrypted: boolean;
};

/** The record's file. Another one where it is encrypted, so that `encrypted` alone says which of two is the record. */
export const recordFile = ({ encrypted }: Pick<CasebookFile, 'encrypted'>): string => (encrypted ? 'record.sealed.db' : 'record.db');

/** What SQLite may leave beside a file of its own, and the file itself last. */
export const withCompanions = (name: string): readonly string[] => [`${name}-journal`, `${name}-wal`, `${name}-shm`, name];

const parse: Shape<CasebookFile> = object({
  format: count,
  origin: matching(/^[^\s+]+$/, 'a name without spaces and plus signs'),
  vkey: string,
  name: orNull(string),
  encrypted: boolean,
});

/** Throws a Fault 'no-casebook', 'casebook-newer' or 'casebook-damaged'. */
export async function readCasebookFile(folder: string): Promise<CasebookFile> {
  const value = toJson(await readText(folder), folder);
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  if (typeof format === 'number' && format > FORMAT) {
    throw new Fault('casebook-newer', `${folder} has format ${format}, and this onrecord knows ${FORMAT}`, 'Update onrecord, and open it again.');
  }
  try {
    return parse(value);
  } catch (thrown) {
    throw damaged(folder, thrown);
  }
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, CASEBOOK_FILE), 'utf8');
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT') || hasCode(thrown, 'ENOTDIR')) {
      throw new Fault('no-casebook', `${folder} is not a casebook: it has no ${CASEBOOK_FILE}`, 'Make one with onrecord init, or name the folder of one.');
    }
    throw diskFault(thrown, `Reading ${CASEBOOK_FILE}`);
  }
}

function toJson(text: string, folder: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw damaged(folder, thrown);
  }
}

const damaged = (folder: string, cause: unknown): Fault =>
  new Fault(
    'casebook-damaged',
    `${CASEBOOK_FILE} of ${folder} cannot be read`,
    'Put back the file as a backup has it. The record itself lies in record.db.',
    cause,
  );

export const serialize = (file: CasebookFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** All of it or nothing, also where the machine stops in between. */
export async function writeCasebookFile(disk: Disk, folder: string, file: CasebookFile): Promise<void> {
  await makeFile(disk, folder, async (handle) => {
    await handle.writeFile(serialize(file));
    return join(folder, CASEBOOK_FILE);
  });
}
