// The table of contents of a zip file, read without unpacking anything.
import { stretchesOf, type Stretches } from './stretches.ts';

/** `offset` is where the file's own header stands; sizes in bytes, as the archive claims. Method 0 is stored, 8 deflated. */
export type ZipEntry = {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
};

export type ZipTable = ReadonlyMap<string, ZipEntry>;

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
/** A number of 32 or 16 bits that stands elsewhere with 64. */
const ELSEWHERE = 0xffffffff;
/** Bytes of a table at most: some 500,000 files. */
const TABLE_LIMIT = 48 * 1024 * 1024;

export const zipNames = (bytes: Uint8Array): ZipTable | null => zipTable(stretchesOf(bytes));

/**
 * Every file's name with the sizes that the archive claims, or null where the table is missing or damaged.
 *
 * O(entries). Of files with one name the last counts, as it does for programs that unpack. Of an archive in several files only the last is seen,
 * so that its table counts as damaged.
 * @see PKWARE APPNOTE 6.3.10, sections 4.3.12, 4.3.14 to 4.3.16 and 4.5.3
 */
export function zipTable(file: Stretches): ZipTable | null {
  const table = tableOf(file);
  if (!table || table.end > file.size || table.end - table.start > TABLE_LIMIT) return null;
  const bytes = file.read(table.start, table.end);
  const view = viewOf(bytes);
  const names = new Map<string, ZipEntry>();
  let at = 0;
  for (let left = table.entries; left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const extra = at + 46 + nameLength;
    const next = extra + view.getUint16(at + 30, true);
    if (next > view.byteLength) return null;
    const [size, packed, offset] = with64(view, extra, next, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    names.set(nameOf(bytes.subarray(at + 46, extra), (flags & 0x800) !== 0), {
      size: size ?? 0,
      packed: packed ?? 0,
      offset: offset ?? 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (flags & 1) !== 0,
    });
    at = next + view.getUint16(at + 32, true);
  }
  return names;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The numbers, each that is too big for 32 bits from the extra field that has them with 64, in this order. */
function with64(view: DataView, start: number, end: number, numbers: readonly number[]): readonly number[] {
  if (!numbers.includes(ELSEWHERE)) return numbers;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== ELSEWHERE || next + 8 > end) return number;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return numbers;
}

/** Names are UTF-8 where the entry says so; else code page 437, of which only ASCII is sure. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  return Buffer.from(bytes).toString(isUtf8 ? 'utf8' : 'latin1');
}

type Place = { readonly start: number; readonly end: number; readonly entries: number };

/** The end record stands in the last 65,557 bytes: 22 and a comment; what tells of its 64-bit form right before it. */
function tableOf(file: Stretches): Place | null {
  const first = Math.max(0, file.size - 65_557 - 20);
  const view = viewOf(file.read(first, file.size));
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const [entries, length, start] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    const has64 = (entries === 0xffff || length === ELSEWHERE || start === ELSEWHERE) && at >= 20 && view.getUint32(at - 20, true) === LOCATOR64;
    return has64 ? tableOf64(file, Number(view.getBigUint64(at - 12, true))) : { start, end: Math.min(file.size, start + length), entries };
  }
  return null;
}

function tableOf64(file: Stretches, at: number): Place | null {
  const view = viewOf(file.read(Math.min(at, file.size), Math.min(at + 56, file.size)));
  if (view.byteLength < 56 || view.getUint32(0, true) !== END64) return null;
  const [entries, length, start] = [view.getBigUint64(32, true), view.getBigUint64(40, true), view.getBigUint64(48, true)].map(Number);
  return { start: start ?? 0, end: (start ?? 0) + (length ?? 0), entries: entries ?? 0 };
}
