// One line at the foot of a terminal that is written over while something goes on. Where there is no terminal (a file, a
// pipe, a terminal that cannot move its cursor) nothing is ever written.
import { oneLine } from './printable.ts';

/** What is asked of a terminal; `process.stderr` is one. */
export type Terminal = { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };

/** Back to the line's first column, and all of it cleared (ECMA-48: carriage return, EL). */
const CLEAR = '\r\u001b[2K';

export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #moves: boolean;
  #text = '';

  constructor(terminal: Terminal, term = process.env['TERM']) {
    this.#terminal = terminal;
    this.#moves = terminal.isTTY === true && term !== 'dumb';
  }

  /** Cut to the terminal's width: a line that wraps could not be written over. Empty takes it away. */
  show(text: string): void {
    if (!this.#moves) return;
    const { columns = 0 } = this.#terminal; // 0: a terminal that does not know
    const fitting = oneLine(text, columns > 1 ? columns - 1 : 79);
    if (fitting === this.#text) return;
    this.#text = fitting;
    this.#terminal.write(CLEAR + fitting);
  }

  /** Writes other lines of the same terminal where the line stood; it stands below them again afterwards. */
  above(write: () => void): void {
    if (this.#text !== '') this.#terminal.write(CLEAR);
    write();
    if (this.#text !== '') this.#terminal.write(this.#text);
  }
}
