// Who says what, in a sentence of a language that is read without a parser: a verb of saying with its subject, or "according to".
import type { Span } from '../../base/span.ts';
import type { Filler } from '../claims/mentions.ts';
import { spanOfWords } from '../speech.ts';
import { SOME } from './persian-parts.ts';
import { matches, type View } from './view.ts';

export type PlainSpeech = { readonly source: Filler | null; readonly cue: Span; readonly content: Span };

/** The first attribution of a sentence; null where there is none. */
export function plainSpeech(view: View): PlainSpeech | null {
  const { words } = view.sentence;
  for (let at = 0; at < words.length; at++) {
    const basis = view.profile.according.find((row) => matches(view, at, row));
    const stated = basis ? accordingTo(view, at, at + basis.length) : null;
    if (stated) return stated;
    const said = view.profile.say.find((row) => matches(view, at, row));
    if (said) return saidAt(view, at, at + said.length);
  }
  return null;
}

const STOP = /^[.!?؟۔]$/;

/** Past the last word that is no stop. */
function endOf({ sentence }: View): number {
  let to = sentence.words.length;
  while (to > 1 && STOP.test(sentence.words[to - 1]?.text ?? '')) to--;
  return to;
}

function nounAt(view: View, from: number, limit: number): Filler | null {
  const { words } = view.sentence;
  let start = from;
  while (/^(?:la|las|los|les|l'|le|el|un|une|una)$/.test(words[start]?.lower ?? '')) start++;
  let to = start;
  while (
    to < limit &&
    to - start < 8 &&
    words[to]?.sort !== 'mark' &&
    (!view.profile.bounds.has(words[to]?.lower ?? '') ||
      ['de', 'du', 'del', 'و'].includes(words[to]?.lower ?? '') ||
      (words[to]?.lower === 'از' && SOME.has(words[to - 1]?.lower ?? '')))
  )
    to++;
  if (to <= start) return null;
  const span = spanOfWords(view.sentence, start, to);
  return { text: view.analysis.source.slice(span), span };
}

function accordingTo(view: View, from: number, to: number): PlainSpeech | null {
  const { words } = view.sentence;
  const source = nounAt(view, to, words.length);
  if (!source || /^(?:این|ce|cette|este|esta)\b/.test(source.text)) return null;
  const comma = words.findIndex((each, n) => n >= to && /^[،,]$/.test(each.text));
  const content = from < 3 && comma > 0 ? spanOfWords(view.sentence, comma + 1, endOf(view)) : spanOfWords(view.sentence, 0, Math.max(1, from));
  return { source, cue: spanOfWords(view.sentence, from, to), content };
}

/** The noun that opens the sentence, or the nearest that opens what follows a comma before the verb. */
function subjectBefore(view: View, from: number): Filler | null {
  const { words } = view.sentence;
  for (let at = from - 1; at >= 0; at--) {
    if (at > 0 && !/^[،,]$/.test(words[at - 1]?.text ?? '')) continue;
    const source = nounAt(view, at, from);
    if (source) return source;
  }
  return null;
}

/** The subject opens the sentence in Persian and where the verb comes after it; behind a comma or quotation it follows the verb. */
function saidAt(view: View, from: number, to: number): PlainSpeech | null {
  const { words } = view.sentence;
  const inverted = from > 0 && /^[,»”"]$/.test(words[from - 1]?.text ?? '') && !view.profile.verbFinal;
  if (inverted) {
    const source = nounAt(view, to, words.length);
    return source ? { source, cue: spanOfWords(view.sentence, from, to), content: spanOfWords(view.sentence, 0, from) } : null;
  }
  const source = subjectBefore(view, from);
  const end = endOf(view);
  return end > to ? { source, cue: spanOfWords(view.sentence, from, to), content: spanOfWords(view.sentence, to, end) } : null;
}
