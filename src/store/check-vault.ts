// Re-hashing of what the vault keeps, against what the record says it keeps.
import type { Check } from '../log/check.ts';
import { SHELVES, type Shelf } from './kept-file.ts';
import type { Vault } from './vault.ts';

/** The SHA-256 of what each shelf should hold; what was destroyed for an erasure is not among them. */
export type Expected = { readonly [S in Shelf]: Iterable<string> };

/**
 * One check for every file that is missing or altered, one for every file that does not belong there, and one for each
 * shelf that says how many were right. Reads every byte: the caller chooses a sample where that takes too long, and gives
 * `all` then, so that the others are not taken for strays.
 */
export async function checkVault(vault: Vault, expected: Expected, all: Expected = expected): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const shelf of SHELVES) {
    let right = 0;
    for (const sha256 of expected[shelf]) {
      const verdict = await vault.check(shelf, sha256);
      if (verdict.ok) right++;
      else checks.push({ name: `${shelf}/${sha256}`, ok: false, detail: verdict.reason });
    }
    for (const path of await vault.strays(shelf, all[shelf])) checks.push({ name: path, ok: false, detail: 'no entry of the log speaks of this file' });
    checks.push({ name: shelf, ok: true, detail: `${right} files read again, and as they were kept` });
  }
  return checks;
}
