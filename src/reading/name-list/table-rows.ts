// The rows of a table of text: commas, semicolons, tabs or bars, with or without quotes (RFC 4180, and what programs make of it).
// Every cell is text and nothing else: one that begins like a formula is that text.

/** A row, and the line of the file that it begins in, from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** UTF-16 units from which the delimiter is told. */
const SAMPLE = 64 * 1024;
const SAMPLED_ROWS = 50;
/** Cells of a row beyond these are left: no table that people make has so many columns. */
const MOST_CELLS = 1000;

/** Thrown where a quote is opened and never closed: what follows it would all be one cell. */
export class OpenQuote extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`The quote that is opened in line ${line} is never closed.`);
    this.line = line;
  }
}

/** The delimiter by which most rows have the same number of cells; null where each row is one cell. Excel's own first line (`sep=;`) is believed. */
export function delimiterOf(text: string): string | null {
  const stated = /^sep=(?<sign>[,;\t|])\r?\n/i.exec(text)?.groups?.['sign'];
  if (stated !== undefined) return stated;
  let best: { readonly sign: string | null; readonly share: number; readonly cells: number } = { sign: null, share: 0.5, cells: 1 };
  for (const sign of DELIMITERS) {
    const counts = sampled(text, sign);
    const usual = commonest(counts.filter((count) => count > 1));
    const share = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    if (usual > 1 && (share > best.share || (share === best.share && usual > best.cells))) best = { sign, share, cells: usual };
  }
  return best.sign;
}

function sampled(text: string, sign: string): readonly number[] {
  const counts: number[] = [];
  try {
    for (const { cells } of rowsOf(text.slice(0, SAMPLE), sign)) {
      if (cells.some((cell) => cell.trim() !== '')) counts.push(cells.length);
      if (counts.length >= SAMPLED_ROWS) break;
    }
  } catch (error) {
    // The sample may end inside of a quote.
    if (!(error instanceof OpenQuote)) throw error;
  }
  return counts;
}

function commonest(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Row by row; `delimiter` null: each line is one cell. O(text). Throws OpenQuote. */
export function* rowsOf(text: string, delimiter: string | null): Generator<Row> {
  let at = /^sep=[,;\t|]\r?\n/i.exec(text)?.[0].length ?? 0;
  let line = at > 0 ? 2 : 1;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (let isOver = false; !isOver;) {
      const cell = delimiter !== null && text[at] === '"' ? quoted(text, at, line, delimiter) : plain(text, at, delimiter);
      if (cells.length < MOST_CELLS) cells.push(delimiter === null ? unquoted(cell.words) : cell.words);
      line += cell.lines;
      at = cell.end;
      isOver = delimiter === null || text[at] !== delimiter;
      if (!isOver) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    yield { line: begun, cells };
  }
}

/** `end` is where its delimiter, its line's end or the text's end is; `lines` how many line ends it holds. */
type Cell = { readonly words: string; readonly end: number; readonly lines: number };

function plain(text: string, from: number, delimiter: string | null): Cell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { words: text.slice(from, end), end, lines: 0 };
}

/** Of a table of one column, a cell that is in quotes as a whole. */
const unquoted = (words: string): string => (/^".*"$/.test(words) ? words.slice(1, -1).replaceAll('""', '"') : words);

function quoted(text: string, from: number, line: number, delimiter: string): Cell {
  const pieces: string[] = [];
  for (let at = from + 1; ;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw new OpenQuote(line);
    pieces.push(text.slice(at, close));
    if (text[close + 1] === '"') {
      pieces.push('"');
      at = close + 2;
      continue;
    }
    // What stands behind the closing quote belongs to the cell, as programs write `"Holmvik" Bank`.
    const rest = plain(text, close + 1, delimiter);
    const words = pieces.join('') + rest.words;
    return { words, end: rest.end, lines: words.split(/\r\n|\r|\n/).length - 1 };
  }
}
