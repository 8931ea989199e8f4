// The rows of a spreadsheet (xlsx) as a table of text: what stands in its cells, never what a formula would come to anew. Days are
// written as ISO dates, for a day of birth is kept there as a count of days. Inside of the reading process.
// Source: ECMA-376, part 1, chapter 18 (18.2 workbook, 18.3.1 worksheet, 18.4 shared strings, 18.8 styles; dates: 18.17.4).
import { Buffer } from 'node:buffer';
import { readXml, type XmlHandler } from '../xml.ts';
import type { Archive } from '../zip.ts';
import type { Row } from './table-rows.ts';

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cells of a row beyond these are left, as in a table of text. */
const MOST_CELLS = 1000;
const DAY = 86_400_000;
/** Formats of numbers that are days (18.8.30); others say so by their own code. */
const DAY_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** `others`: how many further sheets hold anything. */
export type SheetRead = { readonly rows: readonly Row[]; readonly others: number };

type Opened = Extract<Archive, { readonly ok: true }>;
type Book = { readonly words: readonly string[]; readonly days: readonly boolean[]; readonly epoch: number };

/** The first sheet that is not hidden and holds anything; its rows are as wide as the first at least. Throws XmlError and ZipDamaged. O(the file). */
export function readSheet(archive: Opened): SheetRead {
  const xml = (name: string): string => Buffer.from(archive.file(name) ?? []).toString('utf8');
  const { sheets, epoch } = sheetsOf(xml('xl/workbook.xml'), targetsOf(xml('xl/_rels/workbook.xml.rels')));
  const book = { words: sharedWords(xml('xl/sharedStrings.xml')), days: dayStyles(xml('xl/styles.xml')), epoch };
  const filled = sheets.map((sheet) => rowsOfSheet(xml(sheet), book)).filter((rows) => rows.length > 0);
  return { rows: filled[0] ?? [], others: Math.max(0, filled.length - 1) };
}

/** Reads where there is anything to read; what no part of the file says is not said. */
function readPart(source: string, handler: Partial<XmlHandler>): void {
  if (source === '') return;
  const nothing = (): void => {};
  readXml(source, { open: handler.open ?? nothing, close: handler.close ?? nothing, text: handler.text ?? nothing });
}

/** Some programs write a prefix before every name. */
const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

function targetsOf(source: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readPart(source, {
    open: (name, attribute) => {
      const [id, target] = [attribute('Id'), attribute('Target')];
      if (plain(name) === 'Relationship' && id !== null && target !== null)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

/** The files of the sheets that are not hidden, in order, and the day from which days are counted, as milliseconds. */
function sheetsOf(source: string, targets: ReadonlyMap<string, string>): { readonly sheets: readonly string[]; readonly epoch: number } {
  const sheets: string[] = [];
  let epoch = Date.UTC(1899, 11, 30);
  readPart(source, {
    open: (name, attribute) => {
      if (plain(name) === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) epoch = Date.UTC(1904, 0, 1);
      const file = plain(name) === 'sheet' && (attribute('state') ?? 'visible') === 'visible' ? targets.get(attribute('r:id') ?? '') : undefined;
      if (file !== undefined) sheets.push(file);
    },
  });
  return { sheets, epoch };
}

/** Words that cells name by number. How they are pronounced (rPh) is not part of them. */
function sharedWords(source: string): readonly string[] {
  const words: string[] = [];
  let [isText, aside] = [false, 0];
  readPart(source, {
    open: (name) => {
      if (plain(name) === 'si') words.push('');
      if (plain(name) === 'rPh') aside++;
      isText = plain(name) === 't' && aside === 0;
    },
    close: (name) => {
      if (plain(name) === 'rPh') aside--;
      isText = false;
    },
    text: (text) => {
      if (isText) words.push((words.pop() ?? '') + text);
    },
  });
  return words;
}

/** Of each style of cells, whether its numbers are days. */
function dayStyles(source: string): readonly boolean[] {
  const own = new Set<number>();
  const days: boolean[] = [];
  let isOfCells = false;
  readPart(source, {
    open: (name, attribute) => {
      const format = Number(attribute('numFmtId') ?? '0');
      // What stands in quotes or brackets is words or a colour; minutes are m too, but only days have y or d.
      if (plain(name) === 'numFmt' && /[yd]/i.test((attribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))) own.add(format);
      if (plain(name) === 'cellXfs') isOfCells = true;
      if (plain(name) === 'xf' && isOfCells) days.push(DAY_FORMATS.has(format) || own.has(format));
    },
    close: (name) => {
      if (plain(name) === 'cellXfs') isOfCells = false;
    },
  });
  return days;
}

type Cell = { readonly at: number; readonly type: string; readonly style: number; words: string };

/** Rows that hold anything. A row or cell that does not say where it stands follows the one before it. */
function rowsOfSheet(source: string, book: Book): readonly Row[] {
  const rows: { readonly line: number; readonly cells: string[] }[] = [];
  let cell: Cell | null = null;
  let [line, at, isWords] = [0, -1, false];
  let cells: string[] = [];
  readPart(source, {
    open: (name, attribute) => {
      if (plain(name) === 'row') [line, at, cells] = [Number(attribute('r') ?? line + 1), -1, []];
      if (plain(name) === 'c') {
        at = columnOf(attribute('r')) ?? at + 1;
        cell = { at, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? '0'), words: '' };
      }
      isWords = plain(name) === 'v' || plain(name) === 't';
    },
    close: (name) => {
      isWords = false;
      if (plain(name) === 'c' && cell !== null) {
        if (cell.at < MOST_CELLS) cells[cell.at] = wordsOf(cell, book);
        cell = null;
      }
      if (plain(name) === 'row' && cells.some((words) => words !== '')) rows.push({ line, cells });
    },
    text: (text) => {
      if (isWords && cell !== null) cell.words += text;
    },
  });
  // Programs leave out the empty cells at a row's end, and between others.
  const width = rows[0]?.cells.length ?? 0;
  return rows.map((row) => ({ line: row.line, cells: Array.from({ length: Math.max(width, row.cells.length) }, (_, n) => row.cells[n] ?? '') }));
}

/** "C5" is column 2, counted from 0; null where it is not told. */
function columnOf(place: string | null): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0];
  return letters === undefined ? null : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wordsOf({ type, style, words }: Cell, { words: shared, days, epoch }: Book): string {
  if (type === 's') return shared[Number(words)] ?? '';
  if (type === 'b') return words === '1' ? 'true' : 'false';
  // What a formula failed with is no word of the list.
  if (type === 'e') return '';
  const number = Number(words);
  if (type !== 'n' || words === '' || days[style] !== true || !(number >= 1 && number < 3_000_000)) return words;
  return new Date(epoch + Math.floor(number) * DAY).toISOString().slice(0, 10);
}
