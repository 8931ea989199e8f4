// Where one Persian noun phrase ends and the next begins: nothing but the words tells a court from whom it sentences.
import data from '../data/persian.json' with { type: 'json' };
import { PLACES } from '../name-words.ts';
import { fold } from '../tokens.ts';
import type { Word } from '../word.ts';
import type { Range } from './view.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(fold));
export const FIRST_NAMES = set(data.firstNames);
export const SOME = set(data.some);
const AGENTS = set(data.agents);
export const MODIFIERS = set(data.modifiers);
const PLACE_HEADS = set(data.places);
export const PEOPLE = set(data.people);
export const NUMBERS = set('یک دو سه چهار پنج شش هفت هشت نه ده دست‌کم حداقل ده‌ها صدها هزاران');

/** Words of a person's name behind an agent and a place: a first name and a surname. */
const SHORTEST_NAME = 2;

const lower = (words: readonly Word[], at: number): string => words[at]?.lower ?? '';

/** Whether an object of its own may begin with a word. */
const opensObject = (word: string): boolean => FIRST_NAMES.has(word) || PEOPLE.has(word) || NUMBERS.has(word) || /^\d+$/.test(word);

/**
 * Past the agent that stands at `from`, with what belongs to it: modifiers, a place's name, and one word more where a whole
 * name is left behind it before `limit`. `from` itself where no agent stands there.
 */
export function endOfAgent(words: readonly Word[], { from, to: limit }: Range, isTrigger: (word: string) => boolean): number {
  if (!AGENTS.has(lower(words, from))) return from;
  let at = from + 1;
  while (at < limit && belongs(words, at)) at += PLACE_HEADS.has(lower(words, at)) && at + 1 < limit && !opensObject(lower(words, at + 1)) ? 2 : 1;
  const rest = limit - at;
  const extra = rest > SHORTEST_NAME && !opensObject(lower(words, at)) && !isTrigger(lower(words, at));
  return extra ? at + 1 : at;
}

const belongs = (words: readonly Word[], at: number): boolean =>
  AGENTS.has(lower(words, at)) ||
  PLACES.has(lower(words, at)) ||
  (MODIFIERS.has(lower(words, at)) && !(opensObject(lower(words, at)) && opensObject(lower(words, at + 1))));

/** What stands between the head of a clause and its object marker: who acts, where the words say so, and whom or what it is done to. */
export function splitAtObject(
  words: readonly Word[],
  { from, to }: Range,
  isTrigger: (word: string) => boolean,
): { readonly actor: Range | null; readonly object: Range } {
  const end = endOfAgent(words, { from, to }, isTrigger);
  if (end > from && end < to) return { actor: { from, to: end }, object: { from: end, to } };
  for (let at = from + 1; at < to; at++)
    if (opensObject(lower(words, at)) && !opensObject(lower(words, at - 1))) return { actor: { from, to: at }, object: { from: at, to } };
  return { actor: null, object: { from, to } };
}
