// Cosignatures: a witness's word that it saw this checkpoint of this log at this time, and none that contradicts it
// (C2SP tlog-cosignature, version 1, Ed25519).
import { utf8 } from './bytes.ts';
import { formatLine, type Note } from './note.ts';
import { sameKey, verifies, type Signer, type Verifier } from './signature.ts';
import { failed, gained, type Outcome } from './verdict.ts';

const TIME_BYTES = 8;

/** What is signed: the time, in seconds since 1970, and the whole text of the note. */
const message = (text: string, seconds: number): Uint8Array => utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The note with the witness's line added. What a witness does; here for tests and for who runs a witness of their own. */
export function cosign(note: { readonly verbatim: string; readonly parsed: Note }, witness: Signer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = witness.sign(message(note.parsed.text, seconds));
  return note.verbatim + formatLine({ ...witness.verifier, bytes: Buffer.concat([time, signature]) });
}

/** When the witness says that it saw the checkpoint; the earliest where it signed more than once. */
export function checkCosignature(note: Note, witness: Verifier): Outcome<Date> {
  const own = note.lines.filter((line) => sameKey(witness, line));
  if (own.length === 0) return failed(`the checkpoint is not cosigned by ${witness.name}`);
  let earliest = Infinity;
  for (const { bytes } of own) {
    const seconds = secondsOf(bytes);
    const signed = seconds !== null && verifies(witness, message(note.text, seconds), bytes.subarray(TIME_BYTES));
    if (!signed) return failed(`the cosignature of ${witness.name} is wrong`);
    earliest = Math.min(earliest, seconds);
  }
  return gained(new Date(earliest * 1000));
}

/** Null where the bytes are no cosignature, or the time is none that a Date can hold. */
function secondsOf(bytes: Uint8Array): number | null {
  if (bytes.length !== TIME_BYTES + 64) return null;
  const seconds = Number(Buffer.from(bytes.subarray(0, TIME_BYTES)).readBigUInt64BE());
  return seconds <= 8_640_000_000_000 ? seconds : null;
}
