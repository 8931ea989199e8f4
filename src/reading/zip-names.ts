// The table of contents of a zip file, read without unpacking anything.

/** `offset` is where the file's own header stands; sizes in bytes, as the archive claims. Method 0 is stored, 8 deflated. */
export type ZipEntry = {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Every file's name with the sizes that the archive claims, or null where the table is missing or damaged.
 *
 * O(entries). Archives of more than 65,535 files or 4 GB (zip64) count as damaged. Of files with one name the last
 * counts, as it does for programs that unpack.
 * @see PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16
 */
export function zipNames(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfTable(view);
  if (end === null) return null;
  const names = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    names.set(name, {
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (flags & 1) !== 0,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Names are UTF-8 where the entry says so; else code page 437, of which only ASCII is sure. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  return Buffer.from(bytes).toString(isUtf8 ? 'utf8' : 'latin1');
}

/** The end record stands in the last 65,557 bytes: 22 and a comment. */
function endOfTable(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}
