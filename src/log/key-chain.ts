// The keys of a log, one after the other. An entry names the next key; the checkpoint that ends with this entry is the last
// one that the old key signs, and the first that the new one does. So whoever knows the old key and holds a checkpoint of
// it can follow; and what the old key signs afterwards is a thief's. Where the old key is gone, the new one signs alone:
// then nothing in the log ties the two, and it says so.
import { parseCanonicalJson } from '../base/canonical-json.ts';
import { hex } from './bytes.ts';
import type { Check } from './check.ts';
import { openCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { sameKey, parseVkey, type Verifier } from './signature.ts';
import type { Hash } from './tree.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** The kind of the entry that changes the key. Its payload is `{from, to, lost}` among other members; both keys in vkey form. */
export const ROTATION = 'key.rotated';

/** Under `from` the log ended, and under `to` it goes on, at `size` entries. `tied`: the old key signed for the new one. */
export type Change = { readonly from: Verifier; readonly to: Verifier; readonly size: number; readonly tied: boolean };

/** A key, and the sizes of the log that it may sign, both included: where it is retired, the next one begins. */
export type Term = { readonly key: Verifier; readonly begin: number; readonly end: number; readonly tied: boolean };

/** Never empty. */
export type Terms = readonly [Term, ...Term[]];

export type KeyChain = {
  /** In order. Without faults the last one is the key of today. */
  readonly terms: Terms;
  /** Null where the key was never changed. */
  readonly check: Check | null;
};

/** An entry of the kind `key.rotated`. `payload` is null where it is not shown, or not the one that the entry commits to. */
export type Rotation = { readonly index: number; readonly payload: string | null };

/**
 * What a rotation comes to, from the entry and the checkpoints that are kept.
 *
 * @param notes - checkpoints; those of other sizes are passed over
 * @param root - of the log up to and with the entry; undefined where it cannot be made
 */
export function readChange({ index, payload }: Rotation, notes: readonly string[], root: Hash | undefined): Outcome<Change> {
  const named = payload === null ? null : parseRotation(payload);
  if (!named) return failed(`entry ${index} changes the key, and what it says is not here, or names no keys`);
  const { from, to, lost } = named;
  const size = index + 1;
  const last = notes.filter((note) => isOf(note, size, root));
  const signedBy = (key: Verifier): boolean => last.some((note) => openCheckpoint(note, key).ok);
  if (!signedBy(to)) return failed(`entry ${index} names the key ${keyName(to)}, and there is no checkpoint of ${size} entries with its signature`);
  const tied = signedBy(from);
  if (tied || lost) return gained({ from, to, size, tied });
  return failed(`entry ${index} says that the key ${keyName(from)} hands over to ${keyName(to)}, and it did not sign that: the change of key is forged`);
}

function isOf(note: string, size: number, root: Hash | undefined): boolean {
  const read = parseCheckpoint(note);
  return read.ok && read.value.checkpoint.size === size && read.value.checkpoint.root === root;
}

function parseRotation(payload: string): { readonly from: Verifier; readonly to: Verifier; readonly lost: boolean } | null {
  const said = parseCanonicalJson(payload);
  if (typeof said !== 'object' || said === null || !('from' in said && 'to' in said && 'lost' in said)) return null;
  const [from, to] = [said.from, said.to].map((vkey) => parseVkey(typeof vkey === 'string' ? vkey : ''));
  if (!from?.ok || !to?.ok || from.value.type !== 'log' || to.value.type !== 'log' || from.value.name !== to.value.name) return null;
  return { from: from.value, to: to.value, lost: said.lost === true };
}

/** Whether one of the logs that a reader's policy names is this one, by any of its keys; null where the policy names none. */
export function judgeNamedLogs(named: readonly Verifier[], terms: Terms): Check | null {
  if (named.length === 0) return null;
  const doubts = named.map((key) => distrust(key, terms, false));
  const ok = doubts.includes(null);
  const detail = ok ? 'the policy names this log' : `the policy names other logs than this one, or other keys: ${doubts.join('; ')}`;
  return { name: 'log of the policy', ok, detail };
}

/** How a key is called in reports: the 4 bytes of its id, in hexadecimal, as its vkey has them. */
export const keyName = ({ id }: Verifier): string => hex(id);

export const isSameVerifier = (a: Verifier, b: Verifier): boolean => a.name === b.name && a.key.equals(b.key);

/**
 * The keys of a log, held against one of them that is trusted.
 *
 * @param trusted - any of the log's keys. Those after it must be tied to it; those before it stand by its word
 * @param changes - in order, as `readChange` gave them
 * @param untied - let a key pass that the one before did not sign for: where nobody told the reader which key is the log's
 */
export function chainKeys(trusted: Verifier, changes: readonly Outcome<Change>[], untied: boolean): KeyChain {
  if (changes.length === 0) return { terms: [{ key: trusted, begin: 0, end: Infinity, tied: true }], check: null };
  const { terms, fault } = linkTerms(trusted, changes);
  const problem = fault ?? distrust(trusted, terms, untied);
  const detail = problem ?? terms.slice(1).map(sayTerm).join('; ');
  return { terms, check: { name: 'keys', ok: problem === null, detail } };
}

/** The key of today. */
export const lastTerm = (terms: Terms): Term => terms.at(-1) ?? terms[0];

/** The keys as far as each follows from the one before, and why the next does not. */
function linkTerms(trusted: Verifier, changes: readonly Outcome<Change>[]): { readonly terms: Terms; readonly fault: string | null } {
  const [first] = changes;
  let terms: Terms = [{ key: first?.ok ? first.value.from : trusted, begin: 0, end: Infinity, tied: true }];
  for (const change of changes) {
    if (!change.ok) return { terms, fault: change.reason };
    const fault = misfit(terms, change.value);
    if (fault !== null) return { terms, fault };
    terms = handOver(terms, change.value);
  }
  return { terms, fault: null };
}

function handOver([first, ...rest]: Terms, { to, size, tied }: Change): Terms {
  const next: Term = { key: to, begin: size, end: Infinity, tied };
  const ended = (term: Term): Term => (term.end === Infinity ? { ...term, end: size } : term);
  return [ended(first), ...rest.map(ended), next];
}

/** Why a change does not go on from the keys before it; null where it does. */
function misfit(terms: Terms, { from, to, size }: Change): string | null {
  if (!isSameVerifier(lastTerm(terms).key, from)) return `entry ${size - 1} hands over from the key ${keyName(from)}, which was not the log’s then`;
  // By their ids, as signature lines name keys by nothing else.
  return terms.some(({ key }) => sameKey(key, to)) ? `entry ${size - 1} hands over to the key ${keyName(to)}, which had been retired` : null;
}

function distrust(trusted: Verifier, terms: Terms, untied: boolean): string | null {
  const place = terms.findIndex(({ key }) => isSameVerifier(key, trusted));
  if (place < 0) return `the key ${keyName(trusted)} is none of this log’s: ${terms.map(({ key }) => keyName(key)).join(', ')}`;
  const loose = terms.find((term, n) => n > place && !term.tied);
  if (untied || !loose) return null;
  return `no key that you trust signed for the key ${keyName(loose.key)}, which signs from ${loose.begin} entries on: ask by another way whether it is the log’s`;
}

const sayTerm = ({ key, begin, tied }: Term): string =>
  tied
    ? `at ${begin} entries the key before handed over to the key ${keyName(key)}, and both signed`
    : `from ${begin} entries on the key ${keyName(key)} signs, and the key before did NOT sign for it: nothing but outside witnesses ties the two`;

const unsigned = (origin: string): string =>
  `the note is not signed by ${origin} with a key that is known here: it is forged, or of a time after a change of key that this copy does not have`;

/** The last checkpoint of a log, which the key of today must have signed. */
export function openHead(note: string, terms: Terms): Outcome<Checkpoint> {
  const opened = openInTerm(note, terms);
  return opened.ok ? openCheckpoint(note, lastTerm(terms).key) : opened;
}

/** The checkpoint of a note, if a key of the log signed it in its own time. What a retired key signed later is a thief's. */
export function openInTerm(note: string, terms: Terms): Outcome<Checkpoint> {
  const read = parseCheckpoint(note);
  if (!read.ok) return read;
  const { checkpoint, parsed } = read.value;
  const signed = terms.filter(({ key }) => parsed.lines.some((line) => sameKey(key, line)));
  const [some] = signed;
  // The first key says what is wrong with a note of another log.
  if (!some) return checkpoint.origin === terms[0].key.name ? failed(unsigned(checkpoint.origin)) : openCheckpoint(note, terms[0].key);
  const forged = signed.map(({ key }) => openCheckpoint(note, key)).find(({ ok }) => !ok);
  if (forged) return forged;
  const { size } = checkpoint;
  if (signed.some(({ begin, end }) => begin <= size && size <= end)) return gained(checkpoint);
  const what = `it is of ${size} entries, signed by the key ${keyName(some.key)}`;
  return failed(
    size > some.end
      ? `${what}, which was retired at ${some.end}: whoever signed it had a key that was no longer the log’s`
      : `${what}, which was the log’s only from ${some.begin} on`,
  );
}
