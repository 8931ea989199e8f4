// What leaves for the desk, and what comes back: every answer is covered here, whatever was asked, and what is to be recorded is held against
// what was covered. See docs/care.md for what is covered where.
import { asFault, Fault } from '../base/fault.ts';
import { veilAnswer } from '../record/veil-answer.ts';
import type { Veil } from '../record/veil.ts';
import { requireOwnWords } from './veiled-writing.ts';

/**
 * What is asked: the words that were typed to ask it, and what is said with it. `records`: words of that become words of the record. `isText` is false of
 * pictures and sound, whose questions refuse what cannot be covered.
 */
export type AskedThrough = { readonly typed: readonly string[]; readonly said: unknown; readonly records: boolean; readonly isText: boolean };

/** What `work` answers or throws, as those are told it who have this veil. Throws a Fault 'conflict' before it is begun where what is said has bars in it. */
export async function throughVeil(veil: Veil, { typed, said, records, isText }: AskedThrough, work: () => Promise<unknown>): Promise<unknown> {
  if (veil.names.length === 0) return work();
  requireOwnWords(said, veil, records);
  const answer = await work().catch((thrown: unknown) => {
    throw veiledFault(thrown, veil, typed);
  });
  return isText ? veilAnswer(answer, veil) : answer;
}

/** What a refusal says again of what was typed stands as it was typed: to cover it would tell that it is a name. */
function veiledFault(thrown: unknown, veil: Veil, typed: readonly string[]): Fault {
  const { code, message, hint } = asFault(thrown);
  const longestFirst = typed.filter((each) => each !== '').toSorted((a, b) => b.length - a.length);
  const cover = (words: string): string => {
    const own = longestFirst.reduce((rest, each) => rest.replaceAll(each, ' '), words);
    return veil.standing(own).size === 0 ? words : veil.named(words);
  };
  return new Fault(code, cover(message), cover(hint), thrown);
}
