// Quotations: what stands between quotation marks, also over several sentences, joined to the attribution that brings it in.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Attribution } from '../speech.ts';
import { signedBy } from './signed-by.ts';
import { withWholeTurns } from './turn-of.ts';
import { withoutNested } from './without-nested.ts';

const PAIRS: Readonly<Record<string, string>> = { '``': "''", '“': '”', '«': '»', '„': '“' };
/** Longest quotation that is followed, in words; past it the mark is taken for a stray one. */
const LONGEST = 600;
/** Shortest quotation that is speech and not a single borrowed term, in words. */
const SHORTEST = 4;

type Place = { readonly sentence: number; readonly word: number };
export type Quotation = Span & { readonly from: Place; readonly to: Place };

/** All quotations, marks included, in order; nested ones are part of the outer. */
export function quotationsOf(sentences: readonly Sentence[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly mark: string; readonly at: Place; readonly start: number; words: number; reopened: boolean } | null = null;
  sentences.forEach(({ words }, sentence) => {
    words.forEach((word, n) => {
      if (word.gap === 3 && open) {
        // Speech over paragraphs opens again with each; any other mark left open ends with its paragraph.
        if (word.text === open.mark && open.words > SHORTEST) {
          open.reopened = true;
          return;
        }
        open = null;
      }
      if (!open) {
        if (word.sort === 'mark' && (word.text in PAIRS || word.text === '"' || word.text === "''"))
          open = { mark: word.text, at: { sentence, word: n }, start: word.start, words: 0, reopened: false };
        return;
      }
      open.words++;
      const closes = word.text === (PAIRS[open.mark] ?? open.mark);
      if (closes) {
        if (open.words > SHORTEST) found.push({ start: open.start, end: word.end, from: open.at, to: { sentence, word: n } });
        open = null;
      } else if (open.words > LONGEST) open = null;
    });
  });
  return found;
}

/** The attributions with every quotation that they bring in added to their content; quotations left over go on with the speaker before them. */
export function withQuotations(sentences: readonly Sentence[], attributions: readonly Attribution[]): readonly Attribution[] {
  const all = [...attributions];
  const bySentence = new Map<number, number[]>();
  all.forEach((each, n) => bySentence.set(each.sentence, [...(bySentence.get(each.sentence) ?? []), n]));
  let speaker: number | null = null;
  let lastEnd: Place | null = null;
  const quotations = quotationsOf(sentences);
  for (const quotation of quotations) {
    const n: number | null = bringsIn(all, bySentence, quotation) ?? goesOn(sentences, quotation, speaker, lastEnd);
    if (n === null) {
      const signed = signedBy(sentences, quotation);
      if (signed) all.push(signed);
      continue;
    }
    const attribution = all[n];
    if (attribution) all[n] = { ...attribution, content: merged(attribution.content, quotation) };
    speaker = n;
    lastEnd = quotation.to;
  }
  return withoutNested(sentences, withWholeTurns(sentences, all), quotations).toSorted((a, b) => a.cue.start - b.cue.start);
}

/** An attribution in the sentence where the quotation begins or ends whose content touches it, or that ends right before it. */
function bringsIn(all: readonly Attribution[], bySentence: ReadonlyMap<number, readonly number[]>, quotation: Quotation): number | null {
  for (const sentence of [quotation.to.sentence, quotation.from.sentence, quotation.to.sentence + 1]) {
    for (const n of bySentence.get(sentence) ?? []) {
      const attribution = all[n];
      if (!attribution || attribution.source.length === 0) continue;
      const inside = attribution.cue.start >= quotation.start && attribution.cue.end <= quotation.end;
      const touches = attribution.content.some((each) => each.start < quotation.end && quotation.start < each.end);
      const bare = attribution.content.length === 0 && sentence === quotation.to.sentence + 1 && attribution.cue.start - quotation.end < 80;
      if (!inside && (touches || bare)) return n;
    }
  }
  // "Kral said:" at the end of the sentence before.
  for (const n of bySentence.get(quotation.from.sentence - 1) ?? []) {
    const attribution = all[n];
    if (
      attribution &&
      attribution.source.length > 0 &&
      attribution.content.length === 0 &&
      quotation.from.word === 0 &&
      quotation.start - attribution.cue.end < 60
    )
      return n;
  }
  return null;
}

/** A quotation that opens a sentence close after another goes on with its speaker. */
function goesOn(sentences: readonly Sentence[], quotation: Quotation, speaker: number | null, last: Place | null): number | null {
  if (speaker === null || last === null || quotation.from.word > 0) return null;
  const between = quotation.from.sentence - last.sentence;
  const whole = quotation.to.word >= (sentences[quotation.to.sentence]?.words.length ?? 0) - 2;
  return between <= 2 && whole ? speaker : null;
}

function merged(content: readonly Span[], quotation: Quotation): readonly Span[] {
  const rest = content.filter((each) => each.end <= quotation.start || each.start >= quotation.end);
  const touching = content.filter((each) => !rest.includes(each));
  const start = Math.min(quotation.start, ...touching.map((each) => each.start));
  const end = Math.max(quotation.end, ...touching.map((each) => each.end));
  return [...rest, { start, end }].toSorted((a, b) => a.start - b.start);
}
