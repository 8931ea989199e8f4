// Noun phrases in a language that is read without a parser: where one begins and ends, told by marks and small words.
import type { Filler } from '../claims/mentions.ts';
import { spanOfWords } from '../speech.ts';
import { PEOPLE, SOME } from './persian-parts.ts';
import { lower, type Range, type View } from './view.ts';

export const PARTS = new Set(['،', ',', '؛', ';', ':', '(', ')', '«', '»', '“', '”', '"', '–', '—']);

export const isTimed = ({ sentence }: View, at: number): boolean => sentence.times.some((each) => each.from <= at && at < each.to);

export const OPENS_DATE = /^(?:le|el|روز|سال|ماه|مورخ|صبح|ظهر|عصر|شامگاه|بامداد)$/;

/** Longest noun phrase that is taken, in words. */
const LONGEST = 7;

export function endOfPhrase(view: View, from: number): number {
  let to = from;
  while (to - from < LONGEST) {
    const word = view.sentence.words[to];
    const ofThem = word?.lower === 'از' && SOME.has(lower(view, to - 1));
    if (!word || PARTS.has(word.lower) || (word.sort === 'mark' && word.text !== '-') || (view.profile.bounds.has(word.lower) && !ofThem) || isTimed(view, to))
      break;
    if (to > from && view.profile.triggers.has(word.lower) && view.profile.verbFinal && !PEOPLE.has(word.lower)) break;
    // "à Lyon le 3 mars", "روز ۱۲ مهر": the word before a date is the date's.
    if (to > from && OPENS_DATE.test(word.lower) && isTimed(view, to + 1)) break;
    to++;
    // "پدر و مادر او": two nouns joined are one phrase.
    if (
      view.profile.verbFinal &&
      view.sentence.words[to]?.lower === 'و' &&
      !view.profile.bounds.has(view.sentence.words[to + 1]?.lower ?? 'و') &&
      !view.profile.triggers.has(view.sentence.words[to + 1]?.lower ?? '')
    )
      to++;
  }
  return to;
}

export function phraseAt(view: View, from: number): Filler | null {
  let start = from;
  while (/^(?:la|las|los|les|l'|le|el|un|une|una|este|cette)$/.test(lower(view, start)) && start < from + 2) start++;
  const to = endOfPhrase(view, start);
  return to > start ? filler(view, { from: start, to: withTail(view, to, to + LONGEST) }) : null;
}

export function phraseBefore(view: View, to: number, limit: number): Filler | null {
  const from = startOfPhrase(view, to, limit);
  return to > from ? filler(view, { from, to }) : null;
}

export function startOfPhrase(view: View, to: number, limit: number): number {
  let from = to;
  while (
    from > limit &&
    to - from < (view.profile.verbFinal ? 2 * LONGEST : LONGEST) &&
    (!view.profile.bounds.has(lower(view, from - 1)) || (lower(view, from - 1) === 'از' && SOME.has(lower(view, from - 2)))) &&
    !PARTS.has(lower(view, from - 1)) &&
    !isTimed(view, from - 1)
  )
    from--;
  return from;
}

/** In French and Spanish "de" joins a noun to the one before. */
export function withTail(view: View, to: number, limit: number): number {
  if (view.profile.verbFinal || !['de', "d'", 'du', 'des', 'del'].includes(lower(view, to))) return to;
  const end = endOfPhrase(view, to + 1);
  return end > to + 1 && end <= limit ? end : to;
}

const PRONOUN = /^(?:او|وی|ایشان|آنها|آن‌ها|آنان)$/;

const HOW = /^(?:فوری|سریع|بی‌قیدوشرط|بی‌قید|کامل|مشروط|عادلانه)$/;

/** The word of a pronoun behind a Persian noun, an adjective between passed: "آزادی فوری او". */
export function pronounAt(view: View, at: number): number | null {
  const here = HOW.test(lower(view, at)) ? at + 1 : at;
  return view.profile.verbFinal && PRONOUN.test(lower(view, here)) ? here : null;
}

export function filler({ sentence, analysis }: View, { from, to }: Range): Filler {
  const start = /^(?:le|la|les|el|los|las|un|une|una|این|آن)$/.test(sentence.words[from]?.lower ?? '') && to - from > 1 ? from + 1 : from;
  const span = spanOfWords(sentence, start, to);
  return { text: analysis.source.slice(span), span };
}
