// From the order in which a line is seen, left to right, to the order in which it is read. PDF files hold the first.
// This is what the bidirectional algorithm does, backwards, for the two levels that lines of news and reports have.

export type Piece = { readonly text: string; readonly left: number; readonly right: number };
export type Direction = 'ltr' | 'rtl';

const RTL = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const RTL_LETTERS = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LTR_LETTERS = /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** By which letters are more. Null for a line without letters. */
export function directionOf(text: string): Direction | null {
  const rtl = text.match(RTL_LETTERS)?.length ?? 0;
  const ltr = text.match(LTR_LETTERS)?.length ?? 0;
  return rtl === 0 && ltr === 0 ? null : rtl > ltr ? 'rtl' : 'ltr';
}

/** The pieces of a line, which are in visual order and each in logical order inside, as one text in logical order. */
export function logicalLine(visual: readonly string[], direction: Direction): string {
  const line = logicalOrder(visual, direction)
    .map((at) => visual[at])
    .join('');
  return direction === 'rtl' ? withBracketsTurned(line) : line;
}

/** In which order the pieces of a line are read, by their places in the visual order. */
export function logicalOrder(visual: readonly string[], direction: Direction): readonly number[] {
  const against = direction === 'rtl' ? 'L' : 'R';
  const order = [...visual.keys()];
  if (direction === 'rtl') order.reverse();
  const classes = order.map((at) => classOf(visual[at] ?? ''));
  // Runs against the line's direction, with what is neutral inside of them, turn round once more.
  for (let start = 0; start < order.length; start++) {
    if (classes[start] !== against) continue;
    let end = start;
    for (let at = start; at < order.length && (classes[at] === against || classes[at] === 'N'); at++) if (classes[at] === against) end = at;
    order.splice(start, end + 1 - start, ...order.slice(start, end + 1).toReversed());
    start = end;
  }
  return order;
}

/** Strong right-to-left, left-to-right (digits of all scripts are read so too), or neutral. */
function classOf(text: string): 'R' | 'L' | 'N' {
  if (RTL.test(text)) return 'R';
  return /[\p{L}\p{N}]/u.test(text) ? 'L' : 'N';
}

const MIRROR: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '‹': '›', '›': '‹' };

/**
 * In a line from the right an opening bracket is drawn as the closing one's shape. Some files store the shape, others
 * the character: the reading in which fewer brackets close before they open is taken; where both are as good, as
 * stored.
 */
function withBracketsTurned(line: string): string {
  const turned = line.replace(/[()[\]{}«»‹›]/g, (bracket) => MIRROR[bracket] ?? bracket);
  return misplaced(turned) < misplaced(line) ? turned : line;
}

function misplaced(line: string): number {
  let open = 0;
  let wrong = 0;
  for (const [bracket] of line.matchAll(/[()[\]{}«»‹›]/g)) {
    if ('([{«‹'.includes(bracket)) open++;
    else if (open > 0) open--;
    else wrong++;
  }
  return wrong + open;
}
