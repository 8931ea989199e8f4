// Asking others to vouch for the log: a time-stamping authority, a witness. Only when the person at the desk asks for
// it: whoever is asked learns this machine's address, the time, and the size and root of the log, never an entry.
import { Fault } from '../base/fault.ts';
import { checkCosignature } from '../log/cosignature.ts';
import { parseNote } from '../log/note.ts';
import type { Policy, Witness } from '../log/policy.ts';
import { sizeOfConflict, takeCosignature, witnessRequest } from '../log/witness.ts';
import { checkTimestamp, timestampRequest, type Authorities } from '../log/timestamp.ts';
import type { Casebook } from './casebook.ts';

const TIME_LIMIT_MS = 30_000;
const ANSWER_LIMIT_BYTES = 100_000;
const NONCE_BYTES = 16;

/**
 * Has the last checkpoint stamped (RFC 3161) and keeps the stamp. Gives by whom and when.
 *
 * Throws a Fault 'not-allowed' where the answer is not a stamp of this checkpoint by one of `trusted`; then nothing is kept.
 */
export async function timestampHead(
  casebook: Casebook,
  url: string,
  trusted: Authorities,
): Promise<{ readonly by: string; readonly at: Date; readonly size: number }> {
  const { note, size } = await casebook.log.head();
  const nonce = casebook.random(NONCE_BYTES);
  const answer = await post(url, 'application/timestamp-query', timestampRequest(Buffer.from(note), nonce));
  if (answer.status !== 200) throw new Fault('conflict', `${url} answered ${answer.status}`, 'Check the address of the authority, or try again later.');
  const stamp = checkTimestamp(answer.bytes, Buffer.from(note), trusted, nonce);
  if (!stamp.ok)
    throw new Fault('not-allowed', `${url}: ${stamp.reason}`, 'Nothing was kept. Check the address, and that --ca holds this authority’s certificates.');
  await casebook.store.log.write((writer) => writer.keepAnchor({ size, note, timestamp: answer.bytes }));
  return { ...stamp.value, size };
}

/** Submits the last checkpoint to each witness of the policy that has an address, and keeps the cosignatures. */
export async function askWitnesses(
  casebook: Casebook,
  policy: Policy,
): Promise<readonly { readonly name: string; readonly at: Date; readonly size: number }[]> {
  const reachable = [...policy.witnesses.values()].filter(({ url }) => url !== null);
  if (reachable.length === 0) throw new Fault('bad-usage', 'the policy names no witness with an address', 'Write it behind the key: witness NAME VKEY URL.');
  const seen: { name: string; at: Date; size: number }[] = [];
  for (const witness of reachable) seen.push({ name: witness.name, ...(await askWitness(casebook, witness)) });
  return seen;
}

async function askWitness(casebook: Casebook, witness: Witness): Promise<{ readonly at: Date; readonly size: number }> {
  const { note, size } = await casebook.log.head();
  const url = `${witness.url?.replace(/\/$/, '')}/add-checkpoint`;
  const submit = async (old: number): Promise<Answer> => {
    return post(url, 'text/plain; charset=utf-8', Buffer.from(witnessRequest(await casebook.log.consistency(old, size), note)));
  };
  let answer = await submit(await lastSeen(casebook, witness));
  if (answer.status === 409) {
    const seen = sizeOfConflict(said(answer));
    if (seen === null || seen > size) {
      throw new Fault(
        'conflict',
        `the witness ${witness.name} has seen this log at ${seen ?? 'an unknown size'}, and it has ${size} entries here`,
        'If this is an older copy than one that was witnessed, do not go on with it.',
      );
    }
    answer = await submit(seen);
  }
  if (answer.status !== 200)
    throw new Fault('conflict', `the witness ${witness.name} answered ${answer.status}`, 'Ask whoever runs it whether it knows this log’s key.');
  const cosigned = takeCosignature(note, said(answer), witness.verifier);
  if (!cosigned.ok) throw new Fault('not-allowed', `the witness ${witness.name}: ${cosigned.reason}`, 'Nothing was kept. Check the key in the policy.');
  await casebook.store.log.write((writer) => writer.keepAnchor({ size, note: cosigned.value, timestamp: null }));
  return { at: cosignedAt(cosigned.value, witness) ?? casebook.now, size };
}

/** The size at which the witness last cosigned, by what is kept here; 0 where nothing is. */
async function lastSeen(casebook: Casebook, witness: Witness): Promise<number> {
  const anchors = await casebook.store.log.anchors();
  return Math.max(0, ...anchors.filter(({ note }) => cosignedAt(note, witness) !== null).map(({ size }) => size));
}

function cosignedAt(note: string, { verifier }: Witness): Date | null {
  const parsed = parseNote(note);
  const seen = parsed.ok ? checkCosignature(parsed.value, verifier) : parsed;
  return seen.ok ? seen.value : null;
}

const said = ({ bytes }: Answer): string => Buffer.from(bytes).toString('utf8');

type Answer = { readonly status: number; readonly bytes: Uint8Array };

async function post(url: string, type: string, body: Uint8Array): Promise<Answer> {
  if (!/^https?:\/\//.test(url)) throw new Fault('bad-usage', `"${url}" is not an address`, 'Give one that begins with https:// or http://.');
  try {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    return { status: answer.status, bytes: await limited(answer) };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('conflict', `${url} could not be asked`, 'Check the address and the network, and try again.', cause);
  }
}

async function limited(answer: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > ANSWER_LIMIT_BYTES) throw new Fault('conflict', `the answer of ${answer.url} does not end`, 'Check the address.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
