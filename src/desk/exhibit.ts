// An exhibit: one entry of the log, with the proof that it stands there, as files that can be checked anywhere, offline.
//   NAME.tlog-proof     where the entry stands, and the signed checkpoint (C2SP tlog-proof)
//   NAME.json           the entry's envelope, as it was hashed
//   NAME.payload.json   what the entry says, and its salt; left out where it is withheld
//   NAME.vkey           the log's public key, as its maker gives it
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { object, string } from '../base/shape.ts';
import { hex, text } from '../log/bytes.ts';
import { parseVkey, type Verifier } from '../log/signature.ts';
import { verifyProof } from '../log/verify-proof.ts';
import type { Verification } from '../model/answers.ts';
import { keyCheck } from '../exchange/verify-bundle.ts';
import type { Casebook } from './casebook.ts';
import { words, type Trust } from './trust.ts';

export const PROOF = '.tlog-proof';

const parseOpened = object({ payload: string, salt: string });

/** Writes the exhibit of an entry into `folder`; gives the paths. `withhold` leaves out what the entry says. */
export async function writeExhibit(casebook: Casebook, index: number, folder: string, withhold: boolean): Promise<readonly string[]> {
  const proof = await casebook.log.proofFile(index);
  const entry = await casebook.log.entry(index);
  if (!entry) throw new Fault('not-found', `there is no entry ${index}`, 'See `onrecord log head` for how many there are.');
  const files: [string, string | Uint8Array][] = [
    [PROOF, proof],
    ['.json', entry.bytes],
    ['.vkey', `${await casebook.vkey()}\n`],
  ];
  if (!withhold && entry.payload && entry.salt) files.push(['.payload.json', `${JSON.stringify({ payload: text(entry.payload), salt: hex(entry.salt) })}\n`]);
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [ending, bytes] of files) {
    const path = join(folder, `entry-${index}${ending}`);
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}

/** Checks the exhibit whose proof is the file at `path`; the other files lie beside it. */
export async function verifyExhibit(path: string, trust: Trust): Promise<Verification> {
  const base = path.slice(0, -PROOF.length);
  const proof = await words(path);
  const bytes = await readFile(`${base}.json`).catch((cause: unknown) => {
    throw new Fault('not-found', `the entry of the proof is not at ${base}.json`, 'Put the entry beside its proof, under the same name.', cause);
  });
  const log = trust.key ?? (await keyBeside(`${base}.vkey`));
  const opened = existsSync(`${base}.payload.json`) ? { opened: parseOpened(JSON.parse(await words(`${base}.payload.json`)), 'the payload') } : {};
  const { ok, checks, standing } = verifyProof({ proof, bytes, ...opened }, { log, policy: trust.policy, authorities: trust.authorities });
  return { ok, checks: [...checks, keyCheck(trust.key)], vouched: standing };
}

async function keyBeside(path: string): Promise<Verifier> {
  const found = parseVkey((await words(path)).trim());
  if (!found.ok) throw new Fault('bad-shape', `${path}: ${found.reason}`, 'Give the log’s key with --log-key.');
  return found.value;
}
