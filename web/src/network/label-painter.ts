// Names beside the dots of a network: the larger dots' first, each only where it leaves those before it room.
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import { isolated } from '../data/isolated.ts';

type Dot = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>;
type Box = { readonly left: number; readonly middle: number; readonly width: number };

/** Pixels. */
const SIZE = 13;
const LINE = 16;
const GAP = 4;
/** Of longer names the beginning is written; all of them stand in the list. */
const LONGEST = 32;

/** Gathers the names that a frame may show, and writes them at its end. */
export class LabelPainter {
  readonly #font: string;
  readonly #ink: string;
  readonly #ground: string;
  readonly #widths = new Map<string, number>();
  #dots: Dot[] = [];
  #context: CanvasRenderingContext2D | null = null;

  constructor(look: { readonly font: string; readonly ink: string; readonly ground: string }) {
    this.#font = `${SIZE}px ${look.font}`;
    this.#ink = look.ink;
    this.#ground = look.ground;
  }

  /** As sigma asks for one name of a frame. */
  readonly gather = (context: CanvasRenderingContext2D, dot: Dot): void => {
    this.#context = context;
    this.#dots.push(dot);
  };

  /** To be called when a frame is drawn. O(names that it may show, squared). */
  write(): void {
    const context = this.#context;
    const taken: Box[] = [];
    for (const dot of this.#dots.toSorted((a, b) => b.size - a.size)) {
      if (!context || !dot.label) continue;
      const words = shortened(dot.label);
      const box = this.#boxOf(context, dot, words);
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      this.#write(context, words, box);
    }
    this.#dots = [];
  }

  /** As sigma asks for what is pointed at: its name whole, before all else. */
  readonly point = (context: CanvasRenderingContext2D, dot: Dot): void => {
    if (!dot.label) return;
    const box = this.#boxOf(context, dot, dot.label);
    context.fillStyle = this.#ground;
    context.fillRect(box.left - GAP, box.middle - LINE / 2 - GAP, box.width + 2 * GAP, LINE + 2 * GAP);
    this.#write(context, dot.label, box);
    context.beginPath();
    context.arc(dot.x, dot.y, dot.size + 2, 0, 2 * Math.PI);
    context.strokeStyle = this.#ink;
    context.lineWidth = 2;
    context.stroke();
  };

  /** After the dot; before it where the picture ends. */
  #boxOf(context: CanvasRenderingContext2D, { x, y, size }: Dot, words: string): Box {
    const width = this.#widthOf(context, words);
    const after = x + size + GAP;
    return { left: after + width > context.canvas.clientWidth ? x - size - GAP - width : after, middle: y, width };
  }

  #widthOf(context: CanvasRenderingContext2D, words: string): number {
    const known = this.#widths.get(words);
    if (known !== undefined) return known;
    context.font = this.#font;
    const { width } = context.measureText(words);
    this.#widths.set(words, width);
    return width;
  }

  #write(context: CanvasRenderingContext2D, words: string, { left, middle }: Box): void {
    context.font = this.#font;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = this.#ground;
    context.strokeText(isolated(words), left, middle);
    context.fillStyle = this.#ink;
    context.fillText(isolated(words), left, middle);
  }
}

const overlap = (a: Box, b: Box): boolean => a.left < b.left + b.width + GAP && b.left < a.left + a.width + GAP && Math.abs(a.middle - b.middle) < LINE;

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : label;
}
