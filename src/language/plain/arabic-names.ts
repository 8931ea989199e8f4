// Arabic names, by the words that bring them in: two words after a title, a first name with the word behind it, a body with the
// definite words that belong to it ("منظمة العفو الدولية"), one word after "the city of". Nothing else tells a name from a noun.
import data from '../data/names.ar.json' with { type: 'json' };
import type { Name } from '../names.ts';
import { fold } from '../tokens.ts';
import type { Word } from '../word.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(fold));
const TITLES = set(data.titles);
const BODIES = set(data.bodies);
const LINKS = set(data.links);
const PLACE_STARTS = set(data.placeStarts);
const PLACES = set(data.places);
const FIRST_NAMES = set(data.firstNames);
/** Words of a name that go with the one behind them: "عبد الرحمن", "أبو", "بن". */
const JOINS = set('عبد أبو ابو بن ابن أم');

/** The names, in order, `sure` of none. */
export function arabicNames(words: readonly Word[]): readonly Name[] {
  const names: Name[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at);
    if (!found) continue;
    names.push(found);
    at = found.to - 1;
  }
  return names;
}

function nameAt(words: readonly Word[], at: number): Name | null {
  const lower = words[at]?.lower ?? '';
  if (TITLES.has(lower) && isWord(words, at + 1) && isWord(words, at + 2) && !BODIES.has(words[at + 1]?.lower ?? ''))
    return { from: at + 1, to: at + 3, type: 'person', sure: false };
  if (FIRST_NAMES.has(lower) && isWord(words, at + 1) && !BODIES.has(words[at + 1]?.lower ?? '') && !ENDS.test(words[at + 1]?.lower ?? ''))
    return { from: at, to: at + (JOINS.has(words[at + 1]?.lower ?? '') && isWord(words, at + 2) ? 3 : 2), type: 'person', sure: false };
  if (BODIES.has(lower)) return bodyAt(words, at);
  if (PLACE_STARTS.has(lower) && isWord(words, at + 1)) return { from: at, to: at + 2, type: 'place', sure: false };
  return PLACES.has(lower) ? { from: at, to: at + 1, type: 'place', sure: false } : null;
}

function bodyAt(words: readonly Word[], at: number): Name | null {
  let to = at + 1;
  if (LINKS.has(words[to]?.lower ?? '') && isWord(words, to + 1)) to += 2;
  while (to - at < 5 && isWord(words, to) && words[to]?.lower.startsWith('ال')) to++;
  return to > at + 1 ? { from: at, to, type: 'organization', sure: false } : null;
}

/** Small words and verbs that end a name. */
const ENDS = /^(?:في|من|إلى|الى|على|عن|إن|ان|أن|بأن|قال|قالت|كان|كانت|قد|لم|لن|هو|هي|التي|الذي|بعد|قبل|منذ|يوم|عام)$/;

/** A word of three letters or more that no mark parts from the one before: no preposition, no conjunction. */
const isWord = (words: readonly Word[], at: number): boolean =>
  words[at]?.sort === 'word' && (words[at]?.text.length ?? 0) > (JOINS.has(words[at]?.lower ?? '') ? 1 : 2);
