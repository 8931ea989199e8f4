// What `verify` is given may be a casebook, an exported bundle, or one entry with its proof.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { verifyBundle } from '../exchange/verify-bundle.ts';
import type { Verification } from '../model/answers.ts';
import { isEncrypted, type Key } from './casebook.ts';
import { PROOF, verifyExhibit } from './exhibit.ts';
import type { Trust } from './trust.ts';
import { verifyCasebook } from './verify-casebook.ts';

/** `key` is asked for where the casebook is encrypted. Throws a Fault 'not-found' where there is nothing to check. What is wrong with what is there is a finding. */
export async function verifyPath(path: string, trust: Trust, key: () => Promise<Key>): Promise<Verification> {
  if (path.endsWith(PROOF)) return verifyExhibit(path, trust);
  if (existsSync(join(path, 'onrecord.json'))) return verifyCasebook(path, trust, (await isEncrypted(path)) ? await key() : null);
  if (existsSync(join(path, 'bagit.txt'))) return verifyBundle(path, trust);
  throw new Fault('not-found', `${path} is no casebook, no bundle and no ${PROOF} file`, 'Name the folder that holds onrecord.json or bagit.txt, or a proof.');
}
