// What two texts that share words are to each other: one text edited, one inside of the other, some passages, or nothing
// that counts. Name and version of the rule stand in what it proposes.
import type { Span } from '../../base/span.ts';
import type { JudgedCopy, SharedPassage } from '../../model/copies.ts';
import { alignTexts, type Passage, type Stretch } from './align-texts.ts';
import type { ComparableText } from './comparable-text.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Name and version of the rule. */
export const COPY_RULE = 'copy@1';

/** A text with its fingerprints. */
export type Printed = { readonly text: ComparableText; readonly prints: readonly Fingerprint[] };

/** So much of the shorter text stands in the other where it is a copy; and more than so much of the longer where both are one text. */
const LEAST_OF_SHORTER = 0.6;
const LEAST_OF_LONGER = 0.5;
/** Where so little of what is shared is the two texts' own that many others have the rest, nearly all of the shorter must be shared. */
const LEAST_OWN = 0.3;
const LEAST_OF_COMMON = 0.85;
/** What is longer than any imprint, in words, is a report that many print: then less of it will do. */
const LONGEST_IMPRINT = 150;
const LEAST_OF_REPORT = 0.7;
/** A passage is longer than a quotation: it has so many words, and parts of more than two sentences. */
const LEAST_WORDS = 40;
const MOST_QUOTED = 2;
/** Nobody quotes so many words on end, be there stops in them or not: what was heard, or read by OCR, may have none. */
const UNSTOPPED = 150;
/** So many words of a sentence are a part of it that counts. */
const LEAST_OF_SENTENCE = 4;
/** A text that is itself no longer than a quotation is a copy where nearly all of both is the same. */
const LEAST_OF_SHORT = 0.8;

/**
 * Null where the two are no copies. `common` are the fingerprints that so many documents have that they tell nothing: the imprint of a
 * publisher, the menu of a site. They are in no share, unless they are nearly all that there is of the text.
 */
export function judgeCopy(left: Printed, right: Printed, common: ReadonlySet<number>): JudgedCopy | null {
  const passages = alignTexts(left.text, right.text);
  const counted = { left: countShared(left, passages, 'left', common), right: countShared(right, passages, 'right', common) };
  const [shorter, longer] = counted.left.words <= counted.right.words ? [counted.left, counted.right] : [counted.right, counted.left];
  if (shorter.words === 0) return null;
  const share = shorter.shared / shorter.words;
  const long = passages.filter((passage) => isLongerThanQuotation(left.text, right.text, passage));
  const telling = long.filter(({ right: stretch }) => ownWords(right, stretch, common) >= LEAST_WORDS);
  const kind = kindOf(shorter, longer, long.length > 0);
  if (!kind && telling.length === 0) return null;
  const isLeft = shorter === counted.left;
  const shown = (kind ? passages : telling).map((passage) => sharedPassage(left.text, right.text, passage));
  return { kind: kind ?? 'passages', share, shorter: isLeft ? 'left' : 'right', passages: shown };
}

/** Words of one of the texts: all, those that stand in a shared passage, and of these those that are not common. */
type Counted = { readonly words: number; readonly shared: number; readonly own: number };

function kindOf(shorter: Counted, longer: Counted, isMore: boolean): 'whole' | 'inside' | null {
  const share = shorter.shared / shorter.words;
  const isCommon = shorter.own < LEAST_OWN * shorter.words;
  const ofCommon = shorter.shared - shorter.own > LONGEST_IMPRINT ? LEAST_OF_REPORT : LEAST_OF_COMMON;
  if (share < (isCommon ? ofCommon : LEAST_OF_SHORTER)) return null;
  const ofLonger = longer.shared / longer.words;
  if (!isMore && !(share >= LEAST_OF_SHORT && ofLonger >= LEAST_OF_SHORT)) return null;
  return ofLonger > LEAST_OF_LONGER ? 'whole' : 'inside';
}

function countShared({ text, prints }: Printed, passages: readonly Passage[], side: 'left' | 'right', common: ReadonlySet<number>): Counted {
  const isShared = new Uint8Array(text.words.length);
  for (const passage of passages) isShared.fill(1, passage[side].from, passage[side].to);
  let [shared, own] = [0, 0];
  const count = (from: number, to: number, isCommon: boolean): void => {
    for (let n = from; n < to; n++) {
      if (isShared[n] === 0) continue;
      shared++;
      if (!isCommon) own++;
    }
  };
  for (const { from, to, isCommon } of sections(text, prints, common)) count(from, to, isCommon);
  return { words: text.words.length, shared, own };
}

/** A text cut at its fingerprints; what stands before the first belongs to it. */
function sections(
  { words }: ComparableText,
  prints: readonly Fingerprint[],
  common: ReadonlySet<number>,
): readonly (Stretch & { readonly isCommon: boolean })[] {
  if (common.size === 0 || prints.length === 0) return [{ from: 0, to: words.length, isCommon: false }];
  const ordered = prints.toSorted((a, b) => a.at - b.at);
  return ordered.map(({ hash, at }, n) => ({ from: n === 0 ? 0 : at, to: ordered[n + 1]?.at ?? words.length, isCommon: common.has(hash) }));
}

const isLongerThanQuotation = (left: ComparableText, right: ComparableText, passage: Passage): boolean =>
  passage.equal >= UNSTOPPED ||
  (passage.equal >= LEAST_WORDS && sentencesIn(left, passage.left) > MOST_QUOTED && sentencesIn(right, passage.right) > MOST_QUOTED);

/** Words of a stretch that are not common. */
function ownWords({ text, prints }: Printed, stretch: Stretch, common: ReadonlySet<number>): number {
  const own = sections(text, prints, common).filter(({ isCommon }) => !isCommon);
  return own.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from)), 0);
}

/** Sentences of which a stretch has more than a few words. */
function sentencesIn({ sentences }: ComparableText, { from, to }: Stretch): number {
  let [count, words] = [0, 0];
  for (let n = from; n < to; n++) {
    words = n > from && sentences[n] === sentences[n - 1] ? words + 1 : 1;
    if (words === LEAST_OF_SENTENCE) count++;
  }
  return count;
}

function sharedPassage(left: ComparableText, right: ComparableText, passage: Passage): SharedPassage {
  return { left: spanOf(left, passage.left), right: spanOf(right, passage.right), words: passage.equal };
}

/** The span of a stretch of words, in code points. */
export const spanOf = ({ starts, ends }: ComparableText, { from, to }: Stretch): Span => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 });
