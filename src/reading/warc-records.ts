// The records of a WARC file, strictly: every length must hold, and every digest is held against the bytes, so that a file cut short or altered
// is seen. (Common readers go over both without a word.) Records come one after another: of the file no more than one is in memory.
// Source: WARC 1.1 (ISO 28500:2017), sections 4 (file and record), 5.8, 5.9 (digests), annex D (compression); WARC 0.18.
import { gunzipped } from './gzip-members.ts';
import { PieceReader } from './piece-reader.ts';
import { hashFor, isStated } from './stated-digest.ts';
import { piecesOf, type Stretches } from './stretches.ts';
import { WarcDamaged } from './warc-damaged.ts';

/** A record as it begins. Fields are by their names in lower case, '' where there is none; `start` is what the block begins with. */
export type WarcHead = {
  /** Counted from 1. */
  readonly number: number;
  /** As it stands in the file, with the empty line behind it. */
  readonly bytes: Buffer;
  readonly type: string;
  readonly target: string;
  readonly field: (name: string) => string;
  /** Bytes of the block. */
  readonly length: number;
  readonly start: Buffer;
};

/** `block` is null of a record that was not wanted whole; `fits` of one that states no digest that is known here. */
export type WarcRecord = WarcHead & { readonly block: Buffer | null; readonly fits: boolean | null };

/** Bytes of a record's head at most; and of its block, those that are looked at before it is known whether it is wanted. */
const HEAD_LIMIT = 64 * 1024;
export const START = 64 * 1024;

/**
 * The records in order, those that are `wanted` with their block. Throws WarcDamaged with the number of the record where one is damaged, after
 * those before it; and GzipBomb.
 */
export async function* warcRecords(file: Stretches, wanted: (head: WarcHead) => boolean, start = 0, end = file.size): AsyncGenerator<WarcRecord> {
  const isPacked = file.read(start, start + 1)[0] === 0x1f;
  yield* recordsOf(isPacked ? gunzipped(file, start, end) : piecesOf(file, start, end), wanted);
}

/** The same of bytes that are unpacked already. */
export async function* recordsOf(pieces: AsyncIterable<Buffer>, wanted: (head: WarcHead) => boolean): AsyncGenerator<WarcRecord> {
  const reader = new PieceReader(pieces);
  for (let number = 1; ; number++) {
    try {
      if (await reader.atEnd()) return;
      yield await nextRecord(reader, number, wanted);
    } catch (error) {
      throw error instanceof WarcDamaged && !error.message.startsWith('record ')
        ? new WarcDamaged(`record ${number}: ${error.message}`, { cause: error })
        : error;
    }
  }
}

async function nextRecord(reader: PieceReader, number: number, wanted: (head: WarcHead) => boolean): Promise<WarcRecord> {
  const bytes = await reader.upTo('\r\n\r\n', HEAD_LIMIT);
  const words = bytes?.toString('utf8').replace(/\r\n[ \t]+/g, ' ') ?? '';
  const stated = /^content-length:\s*(\d{1,15})\s*$/im.exec(words)?.[1];
  if (!bytes || !/^WARC\/(0\.1[78]|1\.[01])\r\n/.test(words) || stated === undefined) throw new WarcDamaged(`record ${number} has no sound head`);
  const field = fieldsOf(words);
  const length = Number(stated);
  const start = await reader.take(Math.min(length, START));
  const target = field('warc-target-uri').replace(/^<|>$/g, '');
  const head: WarcHead = { number, bytes, type: field('warc-type').toLowerCase(), target, field, length, start };
  const hash = hashFor(field('warc-block-digest'));
  hash?.update(start);
  const pieces = wanted(head) ? [start] : null;
  const passed = await reader.pass(length - start.length, (piece) => {
    hash?.update(piece);
    pieces?.push(piece);
  });
  if (start.length + passed < length || (await reader.take(4)).toString('latin1') !== '\r\n\r\n') throw new WarcDamaged(`record ${number} is cut short`);
  const block = pieces && (pieces.length === 1 ? start : Buffer.concat(pieces));
  return { ...head, block, fits: hash && isStated(field('warc-block-digest'), hash) };
}

/** Of a name that stands twice the first. */
function fieldsOf(head: string): (name: string) => string {
  const fields = new Map<string, string>();
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return (name) => fields.get(name) ?? '';
}
