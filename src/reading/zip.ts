// Files out of a zip archive, with limits on what they may unpack to, so that a small archive cannot fill the memory.
import { crc32, inflateRawSync } from 'node:zlib';
import type { Unreadable } from '../model/document.ts';
import { unreadable } from './unreadable.ts';
import { zipNames, type ZipEntry } from './zip-names.ts';

/** What all files of an archive together may claim to unpack to, and how many times its own size, once it is not small. */
const UNPACKED_LIMIT = 300 * 1024 * 1024;
const RATIO_LIMIT = 200;
const SMALL = 20 * 1024 * 1024;
const MOST_FILES = 20_000;

export type Archive =
  | { readonly ok: true; readonly names: ReadonlyMap<string, ZipEntry>; readonly file: (name: string) => Uint8Array | null }
  | { readonly ok: false; readonly problem: Unreadable };

/**
 * An archive whose table of contents has been looked over: not damaged, not locked, not a bomb by its own word. `file`
 * gives null where there is no such file, and throws ZipDamaged where it does not unpack to what it claims.
 *
 * @see PKWARE APPNOTE 6.3.10, section 4.3.7
 */
export function openZip(bytes: Uint8Array): Archive {
  const names = zipNames(bytes);
  if (!names) return { ok: false, problem: unreadable('damaged', 'Its table of contents is missing.') };
  const entries = [...names.values()];
  if (entries.some((entry) => entry.encrypted)) return { ok: false, problem: unreadable('encrypted') };
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const isBomb = unpacked > UNPACKED_LIMIT || (unpacked > SMALL && unpacked > bytes.length * RATIO_LIMIT) || entries.length > MOST_FILES;
  if (isBomb) return { ok: false, problem: unreadable('unsafe-archive', `${bytes.length} bytes claim to hold ${entries.length} files of ${unpacked} bytes.`) };
  return { ok: true, names, file: (name) => fileIn(bytes, name, names.get(name)) };
}

/** An archive turned out to be damaged where it was opened. */
export class ZipDamaged extends Error {
  override readonly name = 'ZipDamaged';
}

function fileIn(bytes: Uint8Array, name: string, entry: ZipEntry | undefined): Uint8Array | null {
  if (!entry) return null;
  if (entry.method !== 0 && entry.method !== 8) throw new ZipDamaged(`${name} is packed in a way (${entry.method}) that is not known here`);
  return unpack(bytes, name, entry);
}

/** Stored or deflated; exactly as long as claimed, with the checksum that is claimed. */
function unpack(bytes: Uint8Array, name: string, { offset, packed, size, method, crc }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw new ZipDamaged(`${name} is not where the archive says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : inflate(data, size, name);
  if (content.length !== size || crc32(content) !== crc) throw new ZipDamaged(`${name} is not what the archive says`);
  return content;
}

function inflate(data: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // A limit of nothing is refused by zlib.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new ZipDamaged(`${name} cannot be unpacked: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}
