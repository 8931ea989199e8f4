// What leaves for the desk, and what comes back: every answer is covered here, whatever was asked, and what is to be recorded is held against
// what was covered. See docs/care.md for what is covered where.
import { asFault, Fault } from '../base/fault.ts';
import { veilAnswer } from '../record/veil-answer.ts';
import type { Veil } from '../record/veil.ts';
import { requireOwnWords } from './veiled-writing.ts';

/**
 * What is asked: the words that were typed to ask it, and what is said with it. `records`: words of that become words of the record. `isText` is false of
 * pictures and sound, whose questions refuse what cannot be covered. `unseen` is a word that stands nowhere.
 */
export type AskedThrough = { readonly address: Address; readonly said: unknown; readonly records: boolean; readonly isText: boolean; readonly unseen: string };

/** The parts of the path that name something, and what is asked of it. */
export type Address = { readonly params: unknown; readonly query: unknown };

/**
 * What `work` answers or throws, as those are told it who have this veil; it is given the address as they can mean it: a veiled name in its path is a word
 * that nobody knows. Throws a Fault 'conflict' before it is begun where what is said has bars in it.
 */
export async function throughVeil(
  veil: Veil,
  { address, said, records, isText, unseen }: AskedThrough,
  work: (address: Address) => Promise<unknown>,
): Promise<unknown> {
  if (veil.names.length === 0) return work(address);
  requireOwnWords(said, veil, records);
  const hidden = wordsIn(address.params).find((word) => veil.standing(word).size > 0);
  const meant = hidden === undefined ? address : { ...address, params: replaced(address.params, hidden, unseen) };
  const answer = await work(meant).catch((thrown: unknown) => {
    throw veiledFault(thrown, veil, [...wordsIn(address.params), ...wordsIn(address.query)], (words) =>
      hidden === undefined ? words : words.replaceAll(unseen, hidden),
    );
  });
  return isText ? veilAnswer(answer, veil) : answer;
}

const wordsIn = (given: unknown): readonly string[] => entriesOf(given).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));

const replaced = (given: unknown, from: string, to: string): unknown =>
  Object.fromEntries(entriesOf(given).map(([name, value]) => [name, value === from ? to : value]));

const entriesOf = (given: unknown): readonly (readonly [string, unknown])[] => (typeof given === 'object' && given !== null ? Object.entries(given) : []);

/** What a refusal says again of what was typed stands as it was typed: to cover it would tell that it is a name. */
function veiledFault(thrown: unknown, veil: Veil, typed: readonly string[], asTyped: (words: string) => string): Fault {
  const { code, message, hint } = asFault(thrown);
  const longestFirst = typed.filter((each) => each !== '').toSorted((a, b) => b.length - a.length);
  const cover = (words: string): string => {
    const own = longestFirst.reduce((rest, each) => rest.replaceAll(each, ' '), words);
    return veil.standing(own).size === 0 ? words : veil.named(words);
  };
  return new Fault(code, asTyped(cover(message)), asTyped(cover(hint)), thrown);
}
