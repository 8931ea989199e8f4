// The pages of a TIFF file: for each picture in it its measures, and where and how its strips or tiles are packed. Nothing is
// unpacked.
// Source: TIFF 6.0 (Adobe, 1992), sections 2, 8, 14, 15, 22; Technical Note 2 of 1995 for JPEG.

export type TiffPiece = { readonly left: number; readonly top: number; readonly width: number; readonly height: number; readonly bytes: Uint8Array };

export type TiffPage = {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample, and samples of a pixel. */
  readonly bits: number;
  readonly samples: number;
  /** As TIFF numbers them. */
  readonly compression: number;
  readonly photometric: number;
  readonly predictor: number;
  readonly faxOptions: number;
  /** Bits of a byte run from the lowest. */
  readonly isReversed: boolean;
  /** Red, green, blue of each colour, eight bits each; of a picture with a palette. */
  readonly palette: Uint8Array;
  /** What JPEG pieces have in common. */
  readonly tables: Uint8Array;
  readonly pieces: readonly TiffPiece[];
};

export class TiffDamaged extends Error {
  override readonly name = 'TiffDamaged';
}

const MOST_PAGES = 1000;
const MOST_PIECES = 100_000;
/** Bytes of a value by its type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** In the order of the file. Throws a TiffDamaged where what a page needs is missing or lies outside of the file. */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, isLittle); at !== 0 && !seen.has(at) && pages.length < MOST_PAGES;) {
      seen.add(at);
      const count = view.getUint16(at, isLittle);
      pages.push(pageOf(bytes, new Directory(view, isLittle, at, count)));
      at = view.getUint32(at + 2 + 12 * count, isLittle);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new TiffDamaged('what it points to lies outside of it');
    throw error;
  }
  return pages;
}

/** One picture's fields. */
class Directory {
  readonly #fields = new Map<number, number>();
  readonly #view: DataView;
  readonly #isLittle: boolean;

  constructor(view: DataView, isLittle: boolean, at: number, count: number) {
    this.#view = view;
    this.#isLittle = isLittle;
    for (let n = 0; n < count; n++) this.#fields.set(view.getUint16(at + 2 + 12 * n, isLittle), at + 2 + 12 * n);
  }

  /** None where there is no such field, or it is no whole numbers. */
  numbers(tag: number): readonly number[] {
    const found = this.#at(tag);
    if (!found) return [];
    const { at, count, size } = found;
    const read = {
      1: (n: number) => this.#view.getUint8(n),
      2: (n: number) => this.#view.getUint16(n, this.#isLittle),
      4: (n: number) => this.#view.getUint32(n, this.#isLittle),
    }[size];
    return read ? Array.from({ length: count }, (_, n) => read(at + n * size)) : [];
  }

  number(tag: number, otherwise: number): number {
    return this.numbers(tag)[0] ?? otherwise;
  }

  bytes(tag: number): Uint8Array {
    const found = this.#at(tag);
    return found ? sliceOf(this.#view, found.at, found.count * found.size) : new Uint8Array();
  }

  #at(tag: number): { readonly at: number; readonly count: number; readonly size: number } | null {
    const field = this.#fields.get(tag);
    if (field === undefined) return null;
    const size = SIZES[this.#view.getUint16(field + 2, this.#isLittle)] ?? 0;
    const count = this.#view.getUint32(field + 4, this.#isLittle);
    if (count * size > this.#view.byteLength) throw new TiffDamaged('a field is longer than the file');
    return { at: count * size <= 4 ? field + 8 : this.#view.getUint32(field + 8, this.#isLittle), count, size };
  }
}

function sliceOf(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new TiffDamaged('a piece lies outside of it');
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function pageOf(bytes: Uint8Array, fields: Directory): TiffPage {
  const [width, height] = [fields.number(256, 0), fields.number(257, 0)];
  if (width === 0 || height === 0) throw new TiffDamaged('a page has no measures');
  return {
    width,
    height,
    bits: fields.number(258, 1),
    samples: fields.number(277, 1),
    compression: fields.number(259, 1),
    photometric: fields.number(262, 0),
    predictor: fields.number(317, 1),
    faxOptions: fields.number(292, 0),
    isReversed: fields.number(266, 1) === 2,
    palette: paletteOf(fields.numbers(320)),
    tables: fields.bytes(347),
    pieces: piecesOf(bytes, fields, width, height),
  };
}

/** Sixteen bits a value, all reds first. */
function paletteOf(values: readonly number[]): Uint8Array {
  const colours = values.length / 3;
  return Uint8Array.from({ length: values.length }, (_, n) => (values[(n % 3) * colours + Math.floor(n / 3)] ?? 0) >> 8);
}

function piecesOf(bytes: Uint8Array, fields: Directory, width: number, height: number): readonly TiffPiece[] {
  const isTiled = fields.numbers(322).length > 0;
  const wide = isTiled ? fields.number(322, width) : width;
  const high = Math.max(1, Math.min(isTiled ? fields.number(323, height) : fields.number(278, height), isTiled ? 65_536 : height));
  const across = Math.ceil(width / Math.max(1, wide));
  const offsets = fields.numbers(isTiled ? 324 : 273);
  const lengths = fields.numbers(isTiled ? 325 : 279);
  if (offsets.length === 0 || offsets.length > MOST_PIECES) throw new TiffDamaged('a page has no pixels');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return offsets.map((offset, n) => {
    const top = Math.floor(n / across) * high;
    return {
      left: (n % across) * wide,
      top,
      width: wide,
      height: isTiled ? high : Math.min(high, height - top),
      bytes: sliceOf(view, offset, lengths[n] ?? Math.max(0, view.byteLength - offset)),
    };
  });
}
