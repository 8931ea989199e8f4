// What those may write who do not see every name: nothing of what they were shown in the place of one. A mask in a claim would be a quote that no
// document says, and a pseudonym in a role would be a person who is not there.
import { Fault } from '../base/fault.ts';
import { BAR, pseudonymIn, type Veil } from '../record/veil.ts';

const HINT = 'Ask for the name first, with a reason (the page of the name); then say it again. Nothing was recorded.';

/** Throws a Fault 'conflict' where words have a bar in them, or, of what is to be words of the record (`asRecord`), a pseudonym. */
export function requireOwnWords(said: unknown, veil: Veil, asRecord: boolean): void {
  if (veil.names.length === 0) return;
  for (const words of stringsOf(said)) {
    if (words.includes(BAR)) throw new Fault('conflict', 'what is to be recorded has bars where a protected name stands', HINT);
    const pseudonym = asRecord ? pseudonymIn(veil, words) : null;
    if (pseudonym !== null) throw new Fault('conflict', `what is to be recorded has the pseudonym “${pseudonym}” where a name stands`, HINT);
  }
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
