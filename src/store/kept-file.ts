// A file of the vault: the shelves, and the place of a file on its shelf.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../base/fault.ts';

/** `already`: the same bytes were there before. `size` is in bytes. */
export type Kept = { readonly sha256: string; readonly size: number; readonly already: boolean };

export const SHELVES = ['originals', 'texts'] as const;
export type Shelf = (typeof SHELVES)[number];

export const DIGEST = /^[0-9a-f]{64}$/;

/** Kept files are not written again, by anybody. */
export const READ_ONLY = 0o400;

/** Where the file of this name lies, from the casebook's folder. */
export const keptPath = (shelf: Shelf, name: string): string => join(shelf, name.slice(0, 2), name);

/** The names of the files that a shelf keeps, in no order; what is not where a kept file would be is left out. */
export async function keptNames(folder: string, shelf: Shelf): Promise<readonly string[]> {
  const entries = await readdir(join(folder, shelf), { withFileTypes: true, recursive: true });
  const isKept = ({ name, parentPath }: { readonly name: string; readonly parentPath: string }): boolean =>
    DIGEST.test(name) && join(parentPath, name) === join(folder, keptPath(shelf, name));
  return entries.filter((entry) => entry.isFile() && isKept(entry)).map(({ name }) => name);
}

export const vaultDamaged = (what: string): Fault =>
  new Fault('casebook-damaged', `The vault is damaged: ${what}`, 'Keep the folder as it is, and compare with a backup.');
