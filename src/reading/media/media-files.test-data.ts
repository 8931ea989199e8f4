// Small pictures, sounds and films, made byte by byte, so that a test shows all that stands in them.

const tiffEntry = (tag: number, type: number, count: number, value: number): Buffer => {
  const entry = Buffer.alloc(12);
  entry.writeUInt16BE(tag, 0);
  entry.writeUInt16BE(type, 2);
  entry.writeUInt32BE(count, 4);
  if (type === 3) entry.writeUInt16BE(value, 8);
  else entry.writeUInt32BE(value, 8);
  return entry;
};

type Ascii = Readonly<Record<number, string>>;
/** A place as degrees, minutes and seconds. */
type Degrees = readonly [number, number, number];
type Exif = {
  readonly main: Ascii;
  readonly exif: Ascii;
  readonly orientation?: number;
  readonly gps?: { readonly latitude: Degrees; readonly north: 'N' | 'S'; readonly longitude: Degrees; readonly east: 'E' | 'W' };
};

/** EXIF's directories in the order of TIFF: the main one, EXIF's own, GPS's; what does not fit into an entry stands behind them. */
function tiff({ main, exif, orientation, gps }: Exif): Buffer {
  const places = gps ? 4 : 0;
  const counts = [Object.keys(main).length + 1 + (orientation ? 1 : 0) + (gps ? 1 : 0), Object.keys(exif).length, places];
  const sizeOf = (entries: number): number => 2 + 12 * entries + 4;
  const at = [8, 8 + sizeOf(counts[0] ?? 0), 8 + sizeOf(counts[0] ?? 0) + sizeOf(counts[1] ?? 0)];
  const behind: Buffer[] = [];
  let end = (at[2] ?? 0) + (gps ? sizeOf(places) : 0);
  const put = (bytes: Buffer): number => {
    behind.push(bytes);
    end += bytes.length;
    return end - bytes.length;
  };
  const words = (tags: Ascii): Map<number, Buffer> =>
    new Map(
      Object.entries(tags).map(([tag, value]) => {
        const bytes = Buffer.from(`${value}\0`.padEnd(5, '\0'));
        return [Number(tag), tiffEntry(Number(tag), 2, bytes.length, put(bytes))];
      }),
    );
  const degrees = (parts: Degrees): number => {
    const bytes = Buffer.alloc(24);
    for (const [n, part] of parts.entries()) {
      bytes.writeUInt32BE(Math.round(part * 10_000), 8 * n);
      bytes.writeUInt32BE(10_000, 8 * n + 4);
    }
    return put(bytes);
  };
  const letter = (tag: number, value: string): Buffer => tiffEntry(tag, 2, 2, (value.codePointAt(0) ?? 0) * 2 ** 24);
  const first = words(main);
  if (orientation) first.set(0x112, tiffEntry(0x112, 3, 1, orientation));
  first.set(0x8769, tiffEntry(0x8769, 4, 1, at[1] ?? 0));
  if (gps) first.set(0x8825, tiffEntry(0x8825, 4, 1, at[2] ?? 0));
  const second = words(exif);
  const third = new Map<number, Buffer>();
  if (gps) {
    third.set(1, letter(1, gps.north)).set(2, tiffEntry(2, 5, 3, degrees(gps.latitude)));
    third.set(3, letter(3, gps.east)).set(4, tiffEntry(4, 5, 3, degrees(gps.longitude)));
  }
  const directory = (entries: Map<number, Buffer>): Buffer => {
    const sorted = [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry);
    const count = Buffer.alloc(2);
    count.writeUInt16BE(sorted.length);
    return Buffer.concat([count, ...sorted, Buffer.alloc(4)]);
  };
  const head = Buffer.from('4d4d002a00000008', 'hex');
  return Buffer.concat([head, directory(first), directory(second), ...(gps ? [directory(third)] : []), ...behind]);
}

/** A JPEG without picture data: what is shown of it is what it says of itself. */
export function jpeg(exif: Exif, { width, height }: { readonly width: number; readonly height: number }): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(exif)]);
  const app1 = Buffer.alloc(4);
  app1.writeUInt16BE(0xffe1, 0);
  app1.writeUInt16BE(body.length + 2, 2);
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), app1, body, frame, Buffer.from('ffda0008010100003f00ffd9', 'hex')]);
}

export function box(type: string, ...inside: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.reduce((sum, { length }) => sum + length, 0), 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...inside]);
}

const uint32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [n, each] of numbers.entries()) bytes.writeUInt32BE(each, 4 * n);
  return bytes;
};

/** `created` in seconds since 1904. */
type Film = { readonly created: number; readonly seconds: number; readonly width: number; readonly height: number; readonly place?: string };

/** The description of a film of one track of pictures. */
export function moov({ created, seconds, width, height, place }: Film): Buffer {
  const mvhd = box('mvhd', uint32(0, created, created, 1000, seconds * 1000), Buffer.alloc(80));
  const tkhd = box('tkhd', Buffer.alloc(40), uint32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000, width * 65536, height * 65536));
  const hdlr = box('hdlr', uint32(0, 0), Buffer.from('vide'), Buffer.alloc(13));
  const stsd = box('stsd', uint32(0, 1), box('avc1', Buffer.alloc(78)));
  const words = Buffer.from(place ?? '');
  const length = Buffer.alloc(4);
  length.writeUInt16BE(words.length);
  const udta = place === undefined ? Buffer.alloc(0) : box('udta', box('\xa9xyz', length, words));
  return box('moov', mvhd, box('trak', tkhd, box('mdia', hdlr, box('minf', box('stbl', stsd)))), udta);
}

export const FTYP = box('ftyp', Buffer.from('isom'), uint32(512), Buffer.from('isomiso2avc1mp41'));

/** Silence of one channel of 8 bits at 8,000 samples a second. */
export function wav(seconds: number): Buffer {
  const head = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const samples = Buffer.alloc(seconds * 8000, 0x80);
  head.writeUInt32LE(36 + samples.length, 4);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(samples.length);
  return Buffer.concat([head, length, samples]);
}
