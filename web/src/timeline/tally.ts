/** Pixels of a column; one of them is left free. */
const COLUMN = 4;

/** How many stand at each place of the canvas, as small columns: higher by two pixels for each doubling. */
export class Tally {
  readonly #columns: Uint32Array;

  constructor(width: number) {
    this.#columns = new Uint32Array(Math.ceil(width / COLUMN));
  }

  /** What is beyond the canvas is not counted. */
  count(place: number): void {
    const column = Math.floor(place / COLUMN);
    if (column >= 0 && column < this.#columns.length) this.#columns[column] = (this.#columns[column] ?? 0) + 1;
  }

  /** In the colour that is set, upwards from `foot`, `highest` at most. */
  paint(ctx: CanvasRenderingContext2D, foot: number, highest: number): void {
    for (const [n, many] of this.#columns.entries()) {
      if (many === 0) continue;
      const high = Math.min(highest, 3 + 2 * Math.floor(Math.log2(many)));
      ctx.fillRect(n * COLUMN, foot - high, COLUMN - 1, high);
    }
  }
}
