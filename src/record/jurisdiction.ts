// Which country's law a legal step was taken under, as far as its claim names one: by the authority or the place, or by the
// one country that its words name. Null where none or several are named: then nobody guesses.
import { foldedWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import { countryAdjectives, countryNames } from './country-names.ts';

/** Folded names of countries, and adjectives, to ISO 3166-1 codes. */
const codes: ReadonlyMap<string, string> = new Map([...countryNames, ...countryAdjectives]);

/** By the first word of a country's name, of how many words the longest is that begins with it. */
const longest = new Map<string, number>();
for (const words of [...codes.keys()].map((name) => name.split(' '))) longest.set(words[0] ?? '', Math.max(words.length, longest.get(words[0] ?? '') ?? 0));

/** Every country that a text names or has the adjective of. */
export function countriesIn(text: string): ReadonlySet<string> {
  // Written small, "us" is a pronoun.
  const words = foldedWords(text.replace(/\bU\.?S\b\.?/g, 'USA').replace(/[’']s\b/g, ''));
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(longest.get(words[at] ?? '') ?? 0, words.length - at); length > 0; length--) {
      const code = codes.get(words.slice(at, at + length).join(' '));
      if (code === undefined) continue;
      found.add(code);
      at += length - 1;
      break;
    }
  }
  return found;
}

/** ISO 3166-1 alpha-2, as `SE`. The nationality of the accused does not count. */
export function jurisdictionOf({ roles, quote }: ClaimRow): string | null {
  for (const texts of [roles.actor ?? [], roles.place ?? []]) {
    const named = new Set(texts.flatMap((text) => [...countriesIn(text)]));
    if (named.size === 1) return [...named][0] ?? null;
  }
  const accused = new Set((roles.target ?? []).flatMap((text) => [...countriesIn(text)]));
  const others = [...countriesIn(quote.exact)].filter((code) => !accused.has(code));
  return others.length === 1 ? (others[0] ?? null) : null;
}
