// Signed notes: a text, an empty line, and lines that sign it (C2SP signed-note). Notes go round as text, verbatim.
import { base64, fromBase64, utf8 } from './bytes.ts';
import { sameKey, verifies, type Signer, type Verifier } from './signature.ts';
import { failed, gained, passed, type Outcome, type Verdict } from './verdict.ts';

/** A signature line. `bytes` are what follows the 4 bytes of the key's id. */
export type SignatureLine = { readonly name: string; readonly id: Uint8Array; readonly bytes: Uint8Array };

/** `text` ends with a newline and is what is signed; `lines` are nobody's word until they are verified. */
export type Note = { readonly text: string; readonly lines: readonly SignatureLine[] };

/** Longer notes are refused: a checkpoint with a hundred signatures is far below it. */
const MAX_NOTE_LENGTH = 1_000_000;
const LINE = /^— (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/]+=*)$/u;

/** A note as it was, from a file that a mail program or an editor has given other line ends, or blank lines around it. */
export const pastedNote = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`;

/** @see C2SP signed-note, "Format": text and signatures part at the last empty line */
export function parseNote(note: string): Outcome<Note> {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || note.length > MAX_NOTE_LENGTH) return failed('this is not a signed note');
  // Newlines apart, a note has no control characters.
  if (/\p{Cc}/u.test(note.replaceAll('\n', '')) || !note.isWellFormed()) return failed('the note has control characters');
  const lines: SignatureLine[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const parsed = parseLine(line);
    if (!parsed) return failed(`"${line}" is not a signature line`);
    lines.push(parsed);
  }
  return gained({ text: note.slice(0, end + 1), lines });
}

function parseLine(line: string): SignatureLine | null {
  const { name, signature } = LINE.exec(line)?.groups ?? {};
  const bytes = signature === undefined ? null : fromBase64(signature);
  return name !== undefined && bytes && bytes.length > 4 ? { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) } : null;
}

export const formatLine = ({ name, id, bytes }: SignatureLine): string => `— ${name} ${base64(Buffer.concat([id, bytes]))}\n`;

/** `text` must end with a newline. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!text.endsWith('\n')) throw new RangeError('a note ends with a newline');
  const message = utf8(text);
  const lines = signers.map(({ verifier, sign }) => formatLine({ ...verifier, bytes: sign(message) }));
  return `${text}\n${lines.join('')}`;
}

/** Whether `verifier` signed this text. Lines by other keys are passed over; a bad line under its name and id fails. */
export function checkNote(note: Note, verifier: Verifier): Verdict {
  const own = note.lines.filter((line) => sameKey(verifier, line));
  if (own.length === 0) return failed(`the note is not signed by ${verifier.name}`);
  const message = utf8(note.text);
  return own.every((line) => verifies(verifier, message, line.bytes)) ? passed : failed(`the signature of ${verifier.name} is wrong`);
}
