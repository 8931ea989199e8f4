// How kept files lie on the disk: as they are, or encrypted (sealed-cover.ts).

/** A file as it lies on the disk. `read` gives so many of its bytes from a place on, less where it ends before. */
export type KeptFile = { readonly size: number; readonly read: (at: number, length: number) => Promise<Uint8Array> };

/** What stands between bytes and the disk. */
export type FileCover = {
  /** Whether what lies on the disk cannot be read without a key. */
  readonly hides: boolean;
  readonly hide: (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Throws a Fault 'casebook-damaged' where the bytes are not what `hide` made. */
  readonly reveal: (kept: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** The plain bytes from `start` to before `end`, less where there are no more; nothing else of the file is read. Throws as `reveal` does. */
  readonly revealPart: (kept: KeptFile, start: number, end: number) => Promise<Uint8Array>;
  /** The name of the file whose plain bytes have this SHA-256. */
  readonly name: (sha256: string) => string;
};

export const openCover: FileCover = {
  hides: false,
  hide: (plain) => plain,
  reveal: (kept) => kept,
  revealPart: (kept, start, end) => kept.read(start, end - start),
  name: (sha256) => sha256,
};
