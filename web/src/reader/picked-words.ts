// The words of the document that a person has selected, as the quote that they come to.
import { useEffect, useState } from 'react';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { Quote } from '../../../src/model/claim.ts';

/** Length in code points. */
const lengthOf = (words: string): number => Array.from(words).length;

/**
 * What a selection covers of a document's text, as offsets of that text; null where it covers nothing. `drawn` holds the words in
 * elements that bear where each begins (`data-start`, in code points); what else lies in it counts as nothing. O(stretches drawn).
 */
function spanOf(range: Range, drawn: Element): Span | null {
  const covered: Span[] = [];
  for (const stretch of drawn.querySelectorAll('[data-start]')) {
    if (!range.intersectsNode(stretch)) continue;
    let at = Number(stretch.getAttribute('data-start'));
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue ?? '';
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : words.length;
      if (range.intersectsNode(node) && from < to) {
        covered.push({ start: at + lengthOf(words.slice(0, from)), end: at + lengthOf(words.slice(0, to)) });
      }
      at += lengthOf(words);
    }
  }
  const [first, last] = [covered[0], covered.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/**
 * The words of a text that a span covers, space at its ends left off; null where there are none. A word that is covered in part is
 * meant whole: nobody aims at letters.
 */
export function quoteAt(text: string, span: Span): Quote | null {
  const points = new CodePoints(text);
  const covered = points.slice(span);
  if (covered.trim() === '') return null;
  let start = points.toUnit(span.start) + covered.length - covered.trimStart().length;
  let end = start + covered.trim().length;
  while (isInsideWord(text, start)) start--;
  while (isInsideWord(text, end)) end++;
  return { exact: text.slice(start, end), start: points.fromUnit(start), end: points.fromUnit(end) };
}

/** Letters, digits, marks, halves of wide characters, and the half-space of Persian. */
const WORD = /[\p{L}\p{N}\p{M}\p{Cs}\u200c]/u;

/** Whether a word goes on over this place. UTF-16 offset. */
const isInsideWord = (text: string, at: number): boolean => WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));

/** The words last selected in the text; null when a press in the text has let go of them. A press elsewhere keeps them. */
export function usePickedWords(text: string): readonly [Quote | null, () => void] {
  const [picked, setPicked] = useState<Quote | null>(null);
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection();
      const drawn = selection?.anchorNode?.parentElement?.closest('.document-text');
      if (!selection || !drawn) return;
      const span = selection.isCollapsed || selection.rangeCount === 0 ? null : spanOf(selection.getRangeAt(0), drawn);
      setPicked(span && quoteAt(text, span));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  return [picked, () => setPicked(null)];
}
