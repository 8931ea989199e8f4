// The time expressions of a sentence, by the rules of its language, left to right and never overlapping.
import type { Token } from '../tokens.ts';
import type { Anchor } from './anchor.ts';
import { englishTimeAt } from './english.ts';
import { MONTHS, WEEKDAYS, words, type Context } from './english-words.ts';
import { otherTimeAt } from './other-languages.ts';
import type { Timex } from './timex.ts';

/** What is carried from sentence to sentence: the last date told, for "that year" and "one week later". */
export type Narrative = { readonly last: string | null };

export function findTimes(
  tokens: readonly Token[],
  anchor: Anchor | null,
  narrative: Narrative,
  { language, lowerCased }: { readonly language: string; readonly lowerCased: boolean },
): readonly Timex[] {
  const found: Timex[] = [];
  let last = narrative.last;
  for (let from = 0; from < tokens.length;) {
    const context: Context = { tokens, anchor, last, lowerCased };
    const timex = language !== 'en' ? otherTimeAt(language, tokens, anchor, from) : mayBegin(tokens[from]) ? englishTimeAt(context, from) : null;
    if (!timex) {
      from++;
      continue;
    }
    found.push(timex);
    if (timex.type === 'DATE' && /^\d{3}/.test(timex.value)) last = timex.value;
    from = timex.to;
  }
  return found;
}

const STARTS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(), ...WEEKDAYS.keys(), ...words.units.keys(), ...words.seasons.keys(), ...words.numbers.keys(), ...words.ordinals.keys(), ...words.decades.keys(),
  ...words.sets.keys(), ...words.vague, ...words.present, ...words.past, ...words.future, ...words.start, ...words.middle, ...words.end, ...words.approximately,
  ...'noon midnight the a last next this past coming current previous that same following today yesterday tomorrow tonight every each more less at up over another recent these those final only no year fiscal year-ago year-earlier latest least'.split(' '),
]); // prettier-ignore

/** Whether any rule begins with such a token; spares most words the rules. */
const mayBegin = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.sort === 'number' || (token.sort === 'word' && (STARTS.has(token.lower) || token.text.includes('-') || token.lower.startsWith("'"))));
