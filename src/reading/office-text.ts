// The text of an office document as its paragraphs and tables come by: what Word and OpenDocument files have in common.
// Paragraphs can hold frames and notes with paragraphs of their own, cells whole tables.

/** A cell with several paragraphs and more than so many characters is no cell of a table but a part of a page. In UTF-16 units. */
const LONGEST_CELL = 300;

export class OfficeText {
  readonly #paragraphs: string[] = [];
  /** What stands in the paragraphs that are open, the innermost last. */
  readonly #open: string[] = [];
  /** The cells of the rows that are open, each with its paragraphs. */
  readonly #rows: string[][][] = [];
  #notes = 0;
  #unread = 0;
  /** A row of the table that is open has been put down. */
  #table = false;

  /** Parted by empty lines; a row of a table is a line with tabs between its cells. */
  text(): string {
    return this.#paragraphs.join('\n\n');
  }

  /** From here to `readOn` nothing counts. */
  passOver(): void {
    this.#unread++;
  }

  readOn(): void {
    this.#unread--;
  }

  get isRead(): boolean {
    return this.#unread === 0;
  }

  beginParagraph(): void {
    this.#open.push('');
  }

  add(text: string): void {
    const last = this.#open.length - 1;
    if (last >= 0 && this.#unread === 0) this.#open[last] += text;
  }

  endParagraph(): void {
    const text = (this.#open.pop() ?? '').replace(/ *\n */g, '\n').trim();
    if (text === '') return;
    if (this.#notes > 0 && this.#open.length > 0) this.add(` [${text}]`);
    // Two breaks one after another part paragraphs too, as their writers meant them.
    else this.#put(text.split(/\n{2,}/));
  }

  /** A paragraph in it stands in brackets where its mark is. */
  beginNote(): void {
    this.#notes++;
  }

  endNote(): void {
    this.#notes--;
  }

  beginRow(): void {
    this.#rows.push([]);
  }

  beginCell(): void {
    this.#rows.at(-1)?.push([]);
  }

  /** A table that only lays out a page (one cell a row, long cells) stays paragraphs. */
  endRow(): void {
    const cells = this.#rows.pop() ?? [];
    if (cells.every((cell) => cell.length === 0)) return;
    const isLayout = cells.length === 1 || cells.some((cell) => cell.length > 1 && cell.join(' ').length > LONGEST_CELL);
    if (isLayout) return this.#put(cells.flat());
    const line = cells.map((cell) => cell.join(' ').replace(/\s+/g, ' ')).join('\t');
    if (this.#rows.length > 0) this.#put([line.trim()]);
    else this.#addRow(line.trimEnd());
  }

  endTable(): void {
    if (this.#rows.length === 0) this.#table = false;
  }

  /** Into the cell that is open, if one is. */
  #put(paragraphs: readonly string[]): void {
    const cell = this.#rows.at(-1)?.at(-1);
    (cell ?? this.#paragraphs).push(...paragraphs);
    if (!cell) this.#table = false;
  }

  /** The rows of one table are lines of one paragraph. */
  #addRow(line: string): void {
    const before = this.#table ? this.#paragraphs.pop() : undefined;
    this.#paragraphs.push(before === undefined ? line : `${before}\n${line}`);
    this.#table = true;
  }
}
