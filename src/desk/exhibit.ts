// An exhibit: one entry of the log, with the proof that it stands there, as files that can be checked anywhere, offline.
//   NAME.tlog-proof     where the entry stands, and the signed checkpoint (C2SP tlog-proof)
//   NAME.json           the entry's envelope, as it was hashed
//   NAME.payload.json   what the entry says, and its salt; left out where it is withheld
//   NAME.vkey           the log's public key of today, as its maker gives it
//   NAME.keys.json      where the key was changed: each change with its proof, for whoever was told an older key
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFault, Fault } from '../base/fault.ts';
import { list, object, string } from '../base/shape.ts';
import { hex, text } from '../log/bytes.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { openInTerm } from '../log/key-chain.ts';
import { parseVkey, type Verifier } from '../log/signature.ts';
import { NO_WITNESS } from '../log/voucher.ts';
import { verifyProof } from '../log/verify-proof.ts';
import type { Verification } from '../model/answers.ts';
import { keyCheck } from '../exchange/verify-bundle.ts';
import type { Casebook } from './casebook.ts';
import { words, type Trust } from './trust.ts';

export const PROOF = '.tlog-proof';

const parseHandovers = list(object({ envelope: string, payload: string, salt: string, proof: string }));
const parseOpened = object({ payload: string, salt: string });

export type ExhibitOptions = {
  /** Leave out what the entry says. */
  readonly withhold: boolean;
  /** A checkpoint that the reader holds, to prove the entry under it; else the last one. */
  readonly held: string | null;
};

/** Writes the exhibit of an entry into `folder`; gives the paths. */
export async function writeExhibit(casebook: Casebook, index: number, folder: string, { withhold, held }: ExhibitOptions): Promise<readonly string[]> {
  const proof = await casebook.log.proofFile(index, held === null ? null : await openHeld(casebook, held));
  const entry = await casebook.log.entry(index);
  if (!entry) throw new Fault('not-found', `there is no entry ${index}`, 'See `onrecord log head` for how many there are.');
  const files: [string, string | Uint8Array][] = [
    [PROOF, proof],
    ['.json', entry.bytes],
    ['.vkey', `${await casebook.vkey()}\n`],
  ];
  const handovers = await casebook.log.handovers();
  if (handovers.length > 0) files.push(['.keys.json', `${JSON.stringify(handovers, null, 2)}\n`]);
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

async function openHeld({ store }: Casebook, note: string): Promise<Checkpoint> {
  const opened = openInTerm(note, await store.terms());
  if (opened.ok) return opened.value;
  throw new Fault('conflict', opened.reason, 'Give a checkpoint of this log, as `onrecord log head` printed it.');
}

/** Checks the exhibit whose proof is the file at `path`; the other files lie beside it. What is wrong with any of them is a finding. */
export async function verifyExhibit(path: string, trust: Trust): Promise<Verification> {
  try {
    return await verifyFiles(path, trust);
  } catch (thrown) {
    const fault = thrown instanceof SyntaxError ? new Fault('bad-shape', `a file beside the proof is no JSON: ${thrown.message}`, '', thrown) : asFault(thrown);
    if (fault.code !== 'bad-shape') throw fault;
    return { ok: false, checks: [{ name: 'form', ok: false, detail: fault.message }], vouched: NO_WITNESS };
  }
}

async function verifyFiles(path: string, trust: Trust): Promise<Verification> {
  const base = path.slice(0, -PROOF.length);
  const proof = await words(path);
  const bytes = await readFile(`${base}.json`).catch((cause: unknown) => {
    throw new Fault('not-found', `the entry of the proof is not at ${base}.json`, 'Put the entry beside its proof, under the same name.', cause);
  });
  const log = trust.key ?? (await keyBeside(`${base}.vkey`));
  const opened = existsSync(`${base}.payload.json`) ? { opened: parseOpened(await parsed(`${base}.payload.json`), 'the payload') } : {};
  const handovers = existsSync(`${base}.keys.json`) ? parseHandovers(await parsed(`${base}.keys.json`), 'the changes of key') : [];
  const { ok, checks, standing } = verifyProof({ proof, bytes, ...opened, handovers }, { ...trust, log, untied: trust.key === null });
  return { ok, checks: [...checks, keyCheck(trust.key)], vouched: standing };
}

const parsed = async (path: string): Promise<unknown> => JSON.parse(await words(path));

async function keyBeside(path: string): Promise<Verifier> {
  const found = parseVkey((await words(path)).trim());
  if (!found.ok) throw new Fault('bad-shape', `${path}: ${found.reason}`, 'Give the log’s key with --log-key.');
  return found.value;
}
