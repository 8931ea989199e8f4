// Two texts laid side by side: what is the same in both, what stands in one alone, what was changed, and what was moved.
import { CodePoints } from '../../base/span.ts';
import type { CopyStretch } from '../../model/copies.ts';
import { alignTexts, type Passage, type Stretch } from './align-texts.ts';
import type { ComparableText } from './comparable-text.ts';

/** So many passages are put in order at most; those with the most words. */
const MOST_PASSAGES = 2_000;
/** A text as it is read, and as it is compared. */
export type Side = { readonly words: string; readonly text: ComparableText };

/** Stretches of both texts in their order: the lefts put together are the left text, the rights the right one. */
export function layBeside(left: Side, right: Side): readonly CopyStretch[] {
  const passages = alignTexts(left.text, right.text);
  const [cutLeft, cutRight] = [cutter(left, passages, 'left'), cutter(right, passages, 'right')];
  const stretches: CopyStretch[] = [];
  let at = { left: 0, right: 0 };
  const between = (to: { readonly left: number; readonly right: number }): void => {
    const [ours, theirs] = [cutLeft({ from: at.left, to: to.left }), cutRight({ from: at.right, to: to.right })];
    const [mine, other] = [ours[0], theirs[0]];
    if (ours.length === 1 && theirs.length === 1 && mine && other && !mine.moved && !other.moved)
      stretches.push({ sort: 'changed', left: mine.words, right: other.words });
    else {
      stretches.push(...ours.map(({ words, moved }): CopyStretch => ({ sort: moved ? 'moved' : 'left', left: words, right: '' })));
      stretches.push(...theirs.map(({ words, moved }): CopyStretch => ({ sort: moved ? 'moved' : 'right', left: '', right: words })));
    }
  };
  for (const { i, j, length } of backbone(passages).flatMap(({ runs }) => runs)) {
    between({ left: i, right: j });
    at = { left: i + length, right: j + length };
    const same = { left: cutLeft({ from: i, to: at.left }), right: cutRight({ from: j, to: at.right }) };
    stretches.push({ sort: 'same', left: joined(same.left), right: joined(same.right) });
  }
  between({ left: left.text.words.length, right: right.text.words.length });
  return stretches;
}

/** Words of a text, and whether a passage of the other has them too. */
type Piece = { readonly words: string; readonly moved: boolean };

const joined = (pieces: readonly Piece[]): string => pieces.map(({ words }) => words).join('');

/** The passages, most words in all, that stand in one order in both texts. O(passages²). */
function backbone(passages: readonly Passage[]): readonly Passage[] {
  const kept = passages.toSorted((a, b) => b.equal - a.equal).slice(0, MOST_PASSAGES).toSorted((a, b) => a.left.from - b.left.from); // prettier-ignore
  const best: { readonly words: number; readonly before: number }[] = [];
  for (const [n, passage] of kept.entries()) {
    let [words, before] = [0, -1];
    for (let m = 0; m < n; m++) {
      const earlier = kept[m];
      const so = best[m]?.words ?? 0;
      if (earlier && earlier.left.to <= passage.left.from && earlier.right.to <= passage.right.from && so > words) [words, before] = [so, m];
    }
    best.push({ words: words + passage.equal, before });
  }
  const chain: Passage[] = [];
  for (let n = best.reduce((top, { words }, at) => (words > (best[top]?.words ?? 0) ? at : top), 0); n >= 0; n = best[n]?.before ?? -1) {
    const passage = kept[n];
    if (passage) chain.unshift(passage);
  }
  return chain;
}

/**
 * Cuts a stretch into what stands in passages and what does not, each with what is between its last and the next word; what is before
 * the first word of all belongs to that.
 */
function cutter({ words, text: { starts } }: Side, passages: readonly Passage[], side: 'left' | 'right'): (stretch: Stretch) => readonly Piece[] {
  const points = new CodePoints(words);
  const isShared = new Uint8Array(starts.length);
  for (const { i, j, length } of passages.flatMap(({ runs }) => runs)) {
    const from = side === 'left' ? i : j;
    isShared.fill(1, from, from + length);
  }
  const edge = (word: number): number => (word >= starts.length ? points.length : word === 0 ? 0 : (starts[word] ?? 0));
  return ({ from, to }) => {
    const pieces: Piece[] = [];
    for (let begin = from; begin < to || (pieces.length === 0 && starts.length === 0);) {
      let end = begin + 1;
      while (end < to && isShared[end] === isShared[begin]) end++;
      pieces.push({ words: points.slice({ start: begin === 0 ? 0 : edge(begin), end: edge(end) }), moved: isShared[begin] === 1 });
      begin = end;
    }
    return pieces.filter((piece) => piece.words !== '');
  };
}
