// Where a log rests. The log is written against these interfaces; `src/store` implements them.
import type { Hash, Place } from './tree.ts';

/** An entry as it is kept: as text, which a million of can be read in a fraction of the time that as many buffers take. */
export type Row = {
  readonly index: number;
  readonly id: string;
  /** Canonical JSON, all of it ASCII. */
  readonly envelope: string;
  /** The hashes of the nodes that the entry completes, its leaf first, 64 hexadecimal digits each, one after the other. */
  readonly hashes: string;
  /** Canonical JSON. */
  readonly payload: string | null;
  /** In hexadecimal digits. */
  readonly salt: string | null;
};

/** What somebody else said of a checkpoint: a note with cosignatures, or an RFC 3161 response over the note's bytes. */
export type Anchor = { readonly size: number; readonly note: string; readonly timestamp: Uint8Array | null };

export interface LogReader {
  /** The last checkpoint's note, or null before the first. */
  head(): Promise<string | null>;
  /** How many entries are there: one more than the last one's index. */
  size(): Promise<number>;
  row(index: number): Promise<Row | null>;
  rowById(id: string): Promise<Row | null>;
  /** Rows from `from` up to, not including, `to`, in order, some at a time; what is missing is left out. */
  batches(from: number, to: number): AsyncIterable<readonly Row[]>;
  /** The hashes of perfect subtrees, in the order asked for; null for one whose last entry is not there. */
  nodes(places: readonly Place[]): Promise<readonly (Hash | null)[]>;
  anchors(): Promise<readonly Anchor[]>;
}

/** Valid only while the work that it was given to runs. It sees what was written before in the same transaction. */
export interface LogWriter extends LogReader {
  /** Another number than in an earlier transaction wherever anybody but this writer has written in between. */
  version(): Promise<number>;
  add(rows: readonly Row[]): Promise<void>;
  /** Take `note` as the last checkpoint. */
  seal(note: string): Promise<void>;
  /** Destroy the payload and the salt of an entry, so that the bytes are not left in the files. */
  erase(index: number): Promise<void>;
  keepAnchor(anchor: Anchor): Promise<void>;
}

export interface LogStore extends LogReader {
  /**
   * Run `work` in one durable transaction, as the only writer of all processes. All of it is kept, on stable storage
   * before the promise is fulfilled, or none of it: where `work` throws, what it threw is thrown.
   *
   * Throws a Fault 'casebook-locked' where another process does not let go, and 'disk' where the disk fails; after a
   * failed commit the work may still turn out to be kept, so what is there has to be read again.
   */
  write<T>(work: (writer: LogWriter) => Promise<T>): Promise<T>;
  /** Run `work` on what is committed now, unmoved by what is written meanwhile. */
  snapshot<T>(work: (reader: LogReader) => Promise<T>): Promise<T>;
}
