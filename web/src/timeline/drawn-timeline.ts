// The timeline on a canvas: it paints once a frame at most, and only when something changed. Nothing of it moves by itself.
import type { Count, Days, Mark, TimelineWindow } from '../../../src/model/timeline.ts';
import { AXIS, dayAt, SAID, pixelsOfADay, type Field } from './field.ts';
import type { Look } from './look.ts';
import { packLanes, scaleOf, type Packed } from './pack-lanes.ts';
import { paintAxis } from './paint-axis.ts';
import { columnsOf, paintCounts, type Column } from './paint-counts.ts';
import { BAND, boxOf, LOWEST, paintFrame, paintMarks, type Marked } from './paint-marks.ts';
import { paintSaid, paintThread } from './paint-said.ts';
import { daysIn, moved, within, zoomed, type View } from './scale.ts';

export class DrawnTimeline {
  readonly #canvas: HTMLCanvasElement;
  readonly #onView: (view: View) => void;
  #look: Look;
  #bounds: Days;
  #view: View;
  /** The most exact first; the last is of all days. */
  #windows: readonly TimelineWindow[] = [];
  #columns: { readonly of: readonly Count[]; readonly columns: readonly Column[] } | null = null;
  #packed: { readonly of: readonly Mark[]; readonly scale: number; readonly most: number; readonly packed: Packed } | null = null;
  /** Ids of the mark that is pointed at, and of the one that is chosen. */
  #pointed: string | null = null;
  #chosen: string | null = null;
  #frame: number | null = null;

  /** `onView` is told of every change of the days that are shown. */
  constructor(canvas: HTMLCanvasElement, look: Look, at: { readonly bounds: Days; readonly view: View }, onView: (view: View) => void) {
    this.#canvas = canvas;
    this.#look = look;
    this.#bounds = at.bounds;
    this.#view = at.view;
    this.#onView = onView;
  }

  get view(): View {
    return this.#view;
  }

  look(look: Look): void {
    this.#look = look;
    this.#again();
  }

  /** Of `windows` that one is drawn which has the whole view: the first of them, else the last, which is of all days. */
  show(windows: readonly TimelineWindow[], bounds: Days): void {
    this.#windows = windows;
    this.#bounds = bounds;
    this.go(this.#view);
    this.#again();
  }

  choose(id: string | null): void {
    this.#chosen = id;
    this.#again();
  }

  point(id: string | null): void {
    if (id === this.#pointed) return;
    this.#pointed = id;
    this.#again();
  }

  go(view: View): void {
    const next = within(view, this.#bounds);
    if (next.first === this.#view.first && next.days === this.#view.days) return;
    this.#view = next;
    this.#onView(next);
    this.#again();
  }

  /** `factor` below 1 comes nearer. `place`: what is there stays there, in pixels from the left edge; else the middle does. */
  zoom(factor: number, place: number | null = null): void {
    const field = this.#field();
    this.go(zoomed(this.#view, dayAt(place ?? field.width / 2, field), factor, this.#bounds));
  }

  /** The picture follows a pull by so many pixels to the right. */
  pull(pixels: number): void {
    const days = pixels / pixelsOfADay(this.#field());
    this.go(moved(this.#view, this.#look.isRightToLeft ? days : -days, this.#bounds));
  }

  /** The same by a part of what is shown. */
  pullPart(part: number): void {
    this.pull(part * this.#field().width);
  }

  /** Towards what is later, by a part of what is shown; to the end by an infinity. */
  step(part: number): void {
    this.go(moved(this.#view, part * this.#view.days, this.#bounds));
  }

  /** What is drawn at a place of the canvas: the last of marks that lie near each other, as it is on top. */
  markAt(x: number, y: number): Mark | null {
    const [marked, field] = [this.#marked(), this.#field()];
    if (!marked) return null;
    const near = 3;
    for (let n = marked.marks.length - 1; n >= 0; n--) {
      const box = boxOf(n, marked, field);
      if (!box) continue;
      const [left, top, width, height] = box;
      if (x >= left - near && x <= left + width + near && y >= top && y <= top + height) return marked.marks[n] ?? null;
    }
    return null;
  }

  /** The finest span of the counts at a place of the canvas. */
  countAt(x: number): Column | null {
    const day = Math.floor(dayAt(x, this.#field()));
    return this.#countColumns().findLast(({ first, last }) => first <= day && day <= last) ?? null;
  }

  /** Those of which something is drawn, in order of time. */
  marksInView(): readonly Mark[] {
    const [marked, field] = [this.#marked(), this.#field()];
    return marked ? marked.marks.filter((_, n) => isWithin(boxOf(n, marked, field), field)) : [];
  }

  /** Where a mark is drawn: the middle of what is seen of it, and its upper edge; null where it is not. */
  placeOf(id: string): { readonly x: number; readonly y: number } | null {
    const [marked, field] = [this.#marked(), this.#field()];
    const box = marked ? boxOf(marked.marks.findIndex((mark) => mark.id === id), marked, field) : null; // prettier-ignore
    if (!box || !isWithin(box, field)) return null;
    const [left, top, width] = box;
    return { x: (Math.max(0, left) + Math.min(field.width, left + width)) / 2, y: top };
  }

  /** At once, as for a printer, which does not wait for a frame. */
  paint(look = this.#look): void {
    const ctx = this.#canvas.getContext('2d');
    if (!ctx) return;
    const field = { ...this.#field(), look };
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(field.width * ratio), Math.round(this.#canvas.clientHeight * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) [this.#canvas.width, this.#canvas.height] = [width, height];
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, field.width, this.#canvas.clientHeight);
    paintAxis(ctx, field);
    const marked = this.#marked();
    if (!marked) {
      paintCounts(ctx, this.#countColumns(), field);
      return;
    }
    paintMarks(ctx, marked, field);
    if (look.said) paintSaid(ctx, marked.marks, field);
    this.#paintFrame(ctx, this.#chosen, look.ink, marked, field);
    this.#paintFrame(ctx, this.#pointed, look.focus, marked, field);
  }

  #paintFrame(ctx: CanvasRenderingContext2D, id: string | null, colour: string, marked: Marked, field: Field): void {
    if (id === null) return;
    const n = marked.marks.findIndex((mark) => mark.id === id);
    const box = boxOf(n, marked, field);
    if (!box) return;
    paintFrame(ctx, box, colour);
    const said = marked.marks[n]?.said;
    if (field.look.said && said !== undefined) paintThread(ctx, box, said, field);
  }

  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  /** Something changed: paint it with the next frame. */
  #again(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.paint();
    });
  }

  #field(): Field {
    const { clientWidth: width, clientHeight } = this.#canvas;
    const below = AXIS + (this.#look.said ? SAID : 0);
    return { width: Math.max(1, width), height: Math.max(1, clientHeight - below), view: this.#view, look: this.#look };
  }

  #shown(): TimelineWindow | undefined {
    const { first, last } = daysIn(this.#view);
    return this.#windows.find((each) => each.first <= first && each.last >= last) ?? this.#windows.at(-1);
  }

  /** The marks in their lanes, which are made anew where the scale has another power of two; null where counts are drawn. */
  #marked(): Marked | null {
    const marks = this.#shown()?.marks;
    if (!marks) return null;
    const field = this.#field();
    const scale = scaleOf(pixelsOfADay(field));
    const most = Math.floor((field.height - BAND) / LOWEST);
    const kept = this.#packed;
    const isGood = kept?.of === marks && kept.scale === scale && kept.most === most;
    this.#packed = isGood ? kept : { of: marks, scale, most, packed: packLanes(marks, scale, most) };
    return { marks, packed: this.#packed.packed };
  }

  #countColumns(): readonly Column[] {
    const counts = this.#shown()?.counts ?? [];
    if (this.#columns?.of !== counts) this.#columns = { of: counts, columns: columnsOf(counts) };
    return this.#columns.columns;
  }
}

const isWithin = (box: ReturnType<typeof boxOf>, { width }: Field): boolean => box !== null && box[0] + box[2] >= 0 && box[0] <= width;
