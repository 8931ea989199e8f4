// Checkpoints: a log's signed word that its first `size` entries have this root (C2SP tlog-checkpoint).
import { base64OfHash, hashOfBase64 } from './bytes.ts';
import { checkNote, parseNote, signNote, type Note } from './note.ts';
import type { Signer, Verifier } from './signature.ts';
import type { Hash } from './tree.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** `origin` names the log; `note` is the signed text, verbatim, as it is handed to others. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash; readonly note: string };

/** `next` are further keys of the same log, which bear its name and sign after the first. */
export function signCheckpoint(state: { readonly size: number; readonly root: Hash }, signer: Signer, ...next: readonly Signer[]): Checkpoint {
  const origin = signer.verifier.name;
  const note = signNote(`${origin}\n${state.size}\n${base64OfHash(state.root)}\n`, [signer, ...next]);
  return { origin, size: state.size, root: state.root, note };
}

/** What a checkpoint says, before anybody's signature on it is checked. */
export function parseCheckpoint(note: string): Outcome<{ readonly checkpoint: Checkpoint; readonly parsed: Note }> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const [origin = '', digits = '', root = '', ...rest] = parsed.value.text.split('\n');
  const hash = hashOfBase64(root);
  const size = Number(digits);
  if (origin === '' || rest.length === 0) return failed('the checkpoint lacks a line');
  if (!/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size)) return failed(`"${digits}" is not the size of a log`);
  if (hash === null) return failed(`"${root}" is not the root of a log`);
  return gained({ checkpoint: { origin, size, root: hash, note }, parsed: parsed.value });
}

/** The checkpoint of a note, if it is the log's own: its name as origin, its signature on it. */
export function openCheckpoint(note: string, log: Verifier): Outcome<Checkpoint> {
  const read = parseCheckpoint(note);
  if (!read.ok) return read;
  const { checkpoint, parsed } = read.value;
  if (checkpoint.origin !== log.name) return failed(`the checkpoint is of another log: ${checkpoint.origin}`);
  const signed = checkNote(parsed, log);
  return signed.ok ? gained(checkpoint) : signed;
}
