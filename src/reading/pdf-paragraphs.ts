// From the lines of pages to text: which lines make a paragraph, how words go on over the end of a line, a paragraph
// over the end of a page, and where in the text each page is.
import type { Span } from '../base/span.ts';
import type { Page } from '../model/document.ts';
import type { Line } from './pdf-lines.ts';

export type PageLines = { readonly label: string; readonly lines: readonly Line[] };

/** A line and what parts it from the text before it. */
type Part = { readonly page: number; readonly line: Line; readonly text: string; readonly before: string };

/** Where in the text a line is, and on which page, counted from 0. */
export type LaidLine = Span & { readonly page: number; readonly line: Line };

export type Assembled = { readonly text: string; readonly pages: readonly Page[]; readonly lines: readonly LaidLine[] };

/** The text with its pages and lines as spans in code points. A page without text is an empty span. */
export function assemble(pages: readonly PageLines[]): Assembled {
  const parts: Part[] = [];
  const hyphens = new Hyphens(pages);
  const spacing = usualSpacing(pages);
  let previous: Line | null = null;
  for (const [page, { lines }] of pages.entries()) {
    const widest = lines.reduce((most, line) => Math.max(most, line.right - line.left), 0);
    for (const line of lines) {
      const before = previous === null ? '' : separator(previous, line, { spacing: spacing * line.size, widest }, hyphens);
      if (before === '-') dropHyphen(parts);
      parts.push({ page, line, text: line.text, before: before === '-' ? '' : before });
      previous = line;
    }
  }
  return lay(parts, pages);
}

function dropHyphen(parts: Part[]): void {
  const last = parts.pop();
  if (last) parts.push({ ...last, text: last.text.slice(0, -1) });
}

function lay(parts: readonly Part[], pages: readonly PageLines[]): Assembled {
  const lines: LaidLine[] = [];
  let at = 0;
  for (const { page, line, text, before } of parts) {
    const start = at + before.length;
    at = start + Array.from(text).length;
    lines.push({ page, line, start, end: at });
  }
  return { text: parts.map(({ before, text }) => before + text).join(''), pages: pageSpans(pages, lines), lines };
}

function pageSpans(pages: readonly PageLines[], lines: readonly LaidLine[]): readonly Page[] {
  const spans = pages.map(({ label }) => ({ label, start: -1, end: -1 }));
  for (const { page, start, end } of lines) {
    const span = spans[page];
    if (span) Object.assign(span, { start: span.start < 0 ? start : span.start, end });
  }
  let end = 0;
  for (const span of spans) {
    if (span.start < 0) span.start = span.end = end;
    end = span.end;
  }
  return spans;
}

type Measures = { readonly spacing: number; readonly widest: number };

/** What stands between two lines: nothing, a space, an empty line; '-' where the hyphen at the end was the typesetter's. */
function separator(previous: Line, line: Line, measures: Measures, hyphens: Hyphens): string {
  if (beginsParagraph(previous, line, measures)) return '\n\n';
  if (line.text.includes('\t') || previous.text.includes('\t')) return '\n';
  if (/[\p{Ll}][-\u2010\u00ad]$/u.test(previous.text) && /^\p{Ll}/u.test(line.text)) return hyphens.join(previous.text, line.text);
  return /\S—$/u.test(previous.text) ? '' : ' ';
}

function beginsParagraph(previous: Line, line: Line, { spacing, widest }: Measures): boolean {
  if (
    previous.turned !== line.turned ||
    previous.direction !== line.direction ||
    Math.abs(previous.size - line.size) > 0.12 * Math.max(previous.size, line.size)
  )
    return true;
  if (/^([•▪●◦‣·*–—-]|\(?[\p{Nd}]{1,3}[.)-])\s/u.test(line.text)) return true;
  const gap = previous.base - line.base;
  const width = previous.right - previous.left;
  const ended = /[.!?؟:…]["'”’»)\]]*$/u.test(previous.text);
  // A new page or column: the paragraph goes on unless it ended, or its last line stops short.
  if (gap <= 0 || gap > 4 * spacing) return ended || width < 0.7 * widest;
  if (gap > 1.3 * spacing) return true;
  const indent = line.direction === 'rtl' ? previous.right - line.right : line.left - previous.left;
  return ended && (width < 0.8 * widest || (indent > 0.8 * line.size && indent < 5 * line.size));
}

/** The distance between baselines that most lines have, in parts of their size; 1.5 where there is none. */
function usualSpacing(pages: readonly PageLines[]): number {
  const gaps: number[] = [];
  for (const { lines } of pages) {
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      const gap = next ? (line.base - next.base) / line.size : 0;
      if (next && gap > 0.5 && gap < 2.6 && Math.abs(next.size - line.size) < 0.1 * line.size) gaps.push(gap);
    }
  }
  // The lower third: among short paragraphs half of the gaps are between paragraphs.
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 1.5;
}

/** Whether a hyphen at the end of a line belongs to the word: as the rest of the document writes it. */
class Hyphens {
  readonly #words = new Set<string>();
  #lineEnds = 0;

  constructor(pages: readonly PageLines[]) {
    for (const { lines } of pages) {
      for (const { text } of lines) {
        for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) this.#words.add(word.toLowerCase());
        if (/\p{Ll}[-\u2010]$/u.test(text)) this.#lineEnds++;
      }
    }
  }

  /** '-' to drop the hyphen, '' to keep it. Without a witness it is the typesetter's if the document breaks words often. */
  join(line: string, next: string): '-' | '' {
    if (line.endsWith('\u00ad')) return '-';
    const head = /[\p{L}\p{M}-]+$/u.exec(line.slice(0, -1))?.[0].toLowerCase() ?? '';
    const tail = /^[\p{L}\p{M}]+/u.exec(next)?.[0].toLowerCase() ?? '';
    if (this.#words.has(`${head}-${tail}`)) return '';
    return this.#words.has(head + tail) || this.#lineEnds >= 3 ? '-' : '';
  }
}
