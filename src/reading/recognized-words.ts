// What Tesseract says of a picture (its table of words: tab-separated, a header line first) as pages of paragraphs.
// Source: Tesseract manual, "TSV"; the columns are level, page, block, paragraph, line, word, four measures, confidence, text.

export type Recognized = {
  /** The text of each page of the picture, paragraphs parted by an empty line. */
  readonly pages: readonly string[];
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
    const [level, page, block, paragraph, line, , , , , , confidence, ...rest] = row.split('\t');
    const number = Number(page);
    if (!Number.isSafeInteger(number) || number < 1 || number > pages.length + 1) continue;
    const text = clean(rest.join(' '));
    const current = (pages[number - 1] ??= new Paragraphs());
    if (level !== '5' || text === '') continue;
    current.add(`${block}.${paragraph}`, String(line), text);
    sum += Number(confidence) || 0;
    words++;
  }
  return { pages: pages.map((each) => each.text()), confidence: words === 0 ? 0 : sum / words, words };
}

/** Marks of direction are Tesseract's own, not on the page. */
const clean = (word: string): string => word.toWellFormed().replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim(); // prettier-ignore

/** Words as they come, lines of a paragraph joined. */
class Paragraphs {
  readonly #done: string[] = [];
  #paragraph = '';
  #line = '';

  add(paragraph: string, line: string, word: string): void {
    if (paragraph !== this.#paragraph) this.#done.push(word);
    else this.#join(word, line !== this.#line);
    this.#paragraph = paragraph;
    this.#line = line;
  }

  /** A word that a line's end breaks is joined where a small letter follows its hyphen. */
  #join(word: string, isNewLine: boolean): void {
    const before = this.#done.pop() ?? '';
    const broken = isNewLine && /\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(word);
    this.#done.push(broken ? before.slice(0, -1) + word : `${before} ${word}`);
  }

  text(): string {
    return this.#done.join('\n\n');
  }
}
