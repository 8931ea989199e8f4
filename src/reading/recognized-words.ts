// What Tesseract says of a picture (its table of words: tab-separated, a header line first) as pages of paragraphs, and where
// on the picture each word stands.
// Source: Tesseract manual, "TSV"; the columns are level, page, block, paragraph, line, word, four measures, confidence, text.
import type { Span } from '../base/span.ts';

/** In pixels of the picture, from its upper left corner. */
export type PixelBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** `line` tells the lines of a page apart; the span is of the page's text, in code points. */
export type RecognizedWord = Span & { readonly line: number; readonly box: PixelBox };

/** Paragraphs are parted by an empty line; the measures are the picture's, in pixels, 0 where they were not said. */
export type RecognizedPage = { readonly text: string; readonly width: number; readonly height: number; readonly words: readonly RecognizedWord[] };

export type Recognized = {
  /** One for each page of the picture. */
  readonly pages: readonly RecognizedPage[];
  /** How sure it is of its words on the average, 0 to 100; 0 where it found none. */
  readonly confidence: number;
  readonly words: number;
};

/** Lines of another form are passed over. */
export function recognizedWords(table: string): Recognized {
  const pages: Paragraphs[] = [];
  let sum = 0;
  let words = 0;
  for (const row of table.split(/\r?\n/)) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...rest] = row.split('\t');
    const number = Number(page);
    if (!Number.isSafeInteger(number) || number < 1 || number > pages.length + 1) continue;
    const text = clean(rest.join(' '));
    const box = { left: measure(left), top: measure(top), width: measure(width), height: measure(height) };
    const current = (pages[number - 1] ??= new Paragraphs());
    if (level === '1') current.size = box;
    if (level !== '5' || text === '') continue;
    current.add({ paragraph: `${block}.${paragraph}`, line: String(line), text, box });
    sum += Number(confidence) || 0;
    words++;
  }
  return { pages: pages.map((each) => each.page()), confidence: words === 0 ? 0 : sum / words, words };
}

const measure = (digits: string | undefined): number => Math.max(0, Number(digits) || 0);

/** Marks of direction are Tesseract's own, not on the page. */
const clean = (word: string): string => word.toWellFormed().replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim(); // prettier-ignore

type Word = { readonly paragraph: string; readonly line: string; readonly text: string; readonly box: PixelBox };

/** Words as they come, lines of a paragraph joined. */
class Paragraphs {
  size: Pick<PixelBox, 'width' | 'height'> = { width: 0, height: 0 };
  /** Each word with what parts it from the one before. */
  readonly #words: (Word & { readonly before: string; readonly line: string })[] = [];

  add(word: Word): void {
    const last = this.#words.at(-1);
    if (last?.paragraph !== word.paragraph) this.#words.push({ ...word, before: last ? '\n\n' : '' });
    else if (last.line !== word.line && isBroken(last.text, word.text)) {
      this.#words[this.#words.length - 1] = { ...last, text: last.text.slice(0, -1) };
      this.#words.push({ ...word, before: '' });
    } else this.#words.push({ ...word, before: ' ' });
  }

  page(): RecognizedPage {
    const lines: string[] = [];
    const words: RecognizedWord[] = [];
    let text = '';
    let at = 0;
    for (const { before, text: own, paragraph, line, box } of this.#words) {
      if (lines.at(-1) !== `${paragraph}.${line}`) lines.push(`${paragraph}.${line}`);
      const start = at + before.length;
      at = start + Array.from(own).length;
      text += before + own;
      words.push({ start, end: at, line: lines.length, box });
    }
    return { text, width: this.size.width, height: this.size.height, words };
  }
}

/** A word that a line's end breaks is joined where a small letter follows its hyphen. */
const isBroken = (before: string, behind: string): boolean => /\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(behind);
