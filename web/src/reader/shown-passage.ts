// A passage that the address points to, without a claim: where a search found its words.
import { useEffect } from 'react';
import type { Span } from '../../../src/base/span.ts';
import { useParameter } from '../data/route.ts';

/** Name of the highlight in the styles. */
const HIGHLIGHT = 'passage';
/** Firefox before 140 has none; there the passage is only brought into view. */
const canHighlight = 'highlights' in CSS;

/** Highlights the span of the text that the address names (`from`, `to`; code points) and brings it into view; nothing where it names none. */
export function useShownPassage(): void {
  const [from] = useParameter('from');
  const [to] = useParameter('to');
  useEffect(() => {
    if (from === null || to === null) return undefined;
    let isGone = false;
    const show = (): void => {
      const range = isGone ? null : rangeOf({ start: Number(from), end: Number(to) });
      if (!range) return;
      if (canHighlight) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    };
    // Until its fonts have come, a text is not yet as long as it will be.
    void document.fonts.ready.then(show);
    return () => {
      isGone = true;
      if (canHighlight) CSS.highlights.delete(HIGHLIGHT);
    };
  }, [from, to]);
}

/** Null where the text as it is drawn does not reach so far. */
function rangeOf({ start, end }: Span): Range | null {
  const first = placeOf(start);
  const last = placeOf(end - 1);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + last.length);
  return range;
}

type Place = { readonly node: Text; readonly offset: number; readonly length: number };

/** The text node that holds a code point, or the last before it that is drawn (breaks are not); where in it (UTF-16), and how many units it takes. */
function placeOf(at: number): Place | null {
  const drawn = [...document.querySelectorAll('.document-text [data-start]')].findLast((each) => Number(each.getAttribute('data-start')) <= at);
  if (!drawn) return null;
  let here = Number(drawn.getAttribute('data-start'));
  let place: Place | null = null;
  const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    let offset = 0;
    for (const letter of node.data) {
      place = { node, offset, length: letter.length };
      if (here === at) return place;
      offset += letter.length;
      here++;
    }
  }
  return place;
}
