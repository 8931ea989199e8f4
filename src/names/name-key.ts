// Which names may be one, as far as it takes to propose that two claims speak of the same party: their own words alone.
// A proposal is never a decision; only people say that two names are one person.
import { foldedWords } from '../base/fold.ts';
import words from './words.json' with { type: 'json' };

/** Folded as names are: the file may have its words as people write them. What folds to two words is no one word of a name. */
const folded = (all: readonly string[]): ReadonlySet<string> => new Set(all.map((word) => foldedWords(word).join(' ')));
const setAside = folded(words.titles);
const joining = folded(words.joining);

/** So many names are remembered with their words, as the same ones are held against each other over and over. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, readonly string[]>();

/** The words that tell a name apart: folded, without titles, articles and joining words. Empty for a bare title or a pronoun. */
export function nameKey(name: string): readonly string[] {
  const before = remembered.get(name);
  if (before) return before;
  const bare = /[’']/u.test(name) ? name.replace(/[’']s\b/gu, '') : name;
  const key = foldedWords(bare).filter((word) => !setAside.has(word) && !joining.has(word));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, key);
  return key;
}

/**
 * Whether two names may be of one party: all the telling words of the shorter stand in the longer, and where the shorter
 * is one word, it is the longer's last ("Sohrabzadeh" may be "Kamran Sohrabzadeh"; "Kamran" is too little to ask).
 *
 * A description ("diplomat of Qaramar") may be one only with the very same words. Spellings and scripts are not bridged.
 */
export function mayBeOne(a: string, b: string): boolean {
  const x = nameKey(a);
  const y = nameKey(b);
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0 || !short.every((word) => long.includes(word))) return false;
  if (isDescription(a) || isDescription(b)) return short.length === long.length;
  const whole = x.length <= y.length ? b : a;
  return short.length > 1 || short[0] === nameKey(whole.split(FROM_WHERE)[0] ?? '').at(-1);
}

/** What follows tells where somebody is from, or of what: "Raufian of Qaramar" is no Qaramar. */
const FROM_WHERE = /,|\s(?:of|from|in|at|از|در|من|في)\s/iu;

/** Whether a phrase describes and does not name: its first word, articles aside, is written small in a script that has capitals. */
export function isDescription(name: string): boolean {
  return /^(?:(?:the|an?|le|la|les|el|los|las)\s+|l[’'])*[\p{Ll}\d]/u.test(name.trim());
}
