// Where claims stand in a document's words: the text cut into paragraphs, a paragraph into stretches that the same
// claims cover. Claims that overlap get lanes of their own, so that the line under each shows.
import { paragraphsOf } from '../../../src/base/paragraphs.ts';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Page } from '../../../src/model/document.ts';

/** `lane` is 0 for the line nearest to the words. `number` counts from 1 in reading order. */
export type Placed = { readonly id: string; readonly number: number; readonly lane: number; readonly span: Span };

/** Some of the words, and the claims that cover all of it, outermost first. `starts` are those that begin with it. */
export type Stretch = { readonly start: number; readonly words: string; readonly covering: readonly Placed[]; readonly starts: readonly Placed[] };

export type Paragraph = { readonly start: number; readonly stretches: readonly Stretch[]; readonly placed: readonly Placed[] };

type Spanned = Pick<ClaimRow, 'id' | 'quote'>;

/** More than this many lines under one word could not be told apart; those beyond share the last lane. */
const LANES = 4;

/** Order in which the words are read; at the same start the longer first. */
export const inReadingOrder = (a: Spanned, b: Spanned): number => a.quote.start - b.quote.start || b.quote.end - a.quote.end;

/**
 * Lay out a text and the claims about it, in reading order. O(text + claims × claims per paragraph).
 *
 * A claim that reaches over several paragraphs is marked in each and begins in the first.
 */
export function layOut(text: string, claims: readonly Spanned[]): readonly Paragraph[] {
  const points = new CodePoints(text);
  const placed = placeClaims(claims);
  let from = 0;
  return paragraphsOf(text, points).map((span) => {
    while (from < placed.length && isBefore(placed, from, span)) from++;
    const inside: Placed[] = [];
    for (let n = from; n < placed.length && (placed[n]?.span.start ?? 0) < span.end; n++) {
      const each = placed[n];
      if (each && each.span.end > span.start) inside.push(each);
    }
    return { start: span.start, placed: inside, stretches: stretches(span, inside, points) };
  });
}

/** One passage of a text, and the claims that stand in it. O(claims). */
export function layOutPassage(span: Span, placed: readonly Placed[], points: CodePoints): Paragraph {
  const inside = placed.filter((each) => each.span.start < span.end && each.span.end > span.start);
  return { start: span.start, placed: inside, stretches: stretches(span, inside, points) };
}

/** The pages that begin with each paragraph, by the paragraph's start; one that begins inside a paragraph is shown before the next. */
export function pagesBegun(pages: readonly Page[], laidOut: readonly Paragraph[]): ReadonlyMap<number, readonly Page[]> {
  const begun = new Map<number, readonly Page[]>();
  for (const page of pages) {
    const first = laidOut.find(({ start }) => start >= page.start && start < page.end);
    if (first) begun.set(first.start, [...(begun.get(first.start) ?? []), page]);
  }
  return begun;
}

/** Whether the claim at `n` ends before the paragraph, so that no later one needs to look at it. */
const isBefore = (placed: readonly Placed[], n: number, paragraph: Span): boolean => (placed[n]?.span.end ?? 0) <= paragraph.start;

/** Claims in reading order with the number and lane that each has. */
export function placeClaims(claims: readonly Spanned[]): readonly Placed[] {
  const ends: number[] = [];
  return claims.map(({ id, quote }, n) => {
    const free = ends.findIndex((end) => end <= quote.start);
    const lane = free >= 0 ? free : Math.min(ends.length, LANES - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, quote.end);
    return { id, number: n + 1, lane, span: { start: quote.start, end: quote.end } };
  });
}

function stretches(paragraph: Span, placed: readonly Placed[], points: CodePoints): readonly Stretch[] {
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const { span } of placed) {
    if (span.start > paragraph.start) cuts.add(span.start);
    if (span.end < paragraph.end) cuts.add(span.end);
  }
  const at = [...cuts].toSorted((a, b) => a - b);
  return at.slice(0, -1).map((start, n) => {
    const end = at[n + 1] ?? paragraph.end;
    const covering = placed.filter(({ span }) => span.start <= start && span.end >= end);
    return { start, words: points.slice({ start, end }), covering, starts: covering.filter(({ span }) => span.start === start) };
  });
}
