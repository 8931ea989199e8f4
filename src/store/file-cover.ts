// How kept files lie on the disk: as they are, or encrypted (sealed-cover.ts).

/** What stands between bytes and the disk. */
export type FileCover = {
  /** Whether what lies on the disk cannot be read without a key. */
  readonly hides: boolean;
  readonly hide: (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Throws a Fault 'casebook-damaged' where the bytes are not what `hide` made. */
  readonly reveal: (kept: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** The name of the file whose plain bytes have this SHA-256. */
  readonly name: (sha256: string) => string;
};

export const openCover: FileCover = { hides: false, hide: (plain) => plain, reveal: (kept) => kept, name: (sha256) => sha256 };
