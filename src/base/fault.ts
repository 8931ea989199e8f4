// Faults: what goes wrong around the record (a disk, a lock, a word on the command line, a bug), as opposed to
// findings about it, which are values. Doors catch faults; rooms only throw them.

/** Every fault code, with the exit status that the command line answers it with and what it means. Kept in order of status. */
export const FAULTS = {
  'bad-usage': { status: 2, means: 'the call’s words are off' },
  'bad-date': { status: 2, means: 'a date is not EDTF' },
  'bad-query': { status: 2, means: 'a search cannot be understood' },
  'bad-shape': { status: 2, means: 'a value does not have the shape it should' },
  'not-found': { status: 3, means: 'nothing has this id, name or path' },
  'nothing-to-read': { status: 3, means: 'a path leads to nothing that could be read' },
  'no-casebook': { status: 4, means: 'there is no casebook here' },
  'casebook-exists': { status: 4, means: 'there is one here already' },
  'casebook-locked': { status: 5, means: 'another process is writing to it' },
  'casebook-newer': { status: 6, means: 'a newer onrecord wrote it' },
  'casebook-damaged': { status: 7, means: 'its files are not what they were when they were sealed' },
  'wrong-key': { status: 8, means: 'the key does not open it' },
  'not-allowed': { status: 9, means: 'this may not be done, or not by whoever asks' },
  disk: { status: 10, means: 'the disk refused' },
  conflict: { status: 11, means: 'something else is in the way' },
  bug: { status: 70, means: 'a fault of onrecord itself' },
} as const;

export type FaultCode = keyof typeof FAULTS;

/** How a fault is shown to programs: over HTTP, and by `--json`. */
export type FaultShape = { readonly code: FaultCode; readonly message: string; readonly hint: string };

/** A fault with a stable code, the values in its message, and a hint that is the next thing to do. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly hint: string;

  constructor(code: FaultCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.hint = hint;
  }

  get exitStatus(): number {
    return FAULTS[this.code].status;
  }

  shape(): FaultShape {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Any thrown value as a Fault; what is not one already is a bug, and says so. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  // Any question may be the first to meet a page that was altered.
  if (thrown instanceof Error && 'code' in thrown && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(thrown.code)))
    return new Fault('casebook-damaged', `record.db was altered or is damaged: ${thrown.message}`, 'Run `onrecord check`, and put back a backup.', thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault(
    'bug',
    message,
    'This is a fault of onrecord. Nothing was written. Run again with --trace and report what it prints, without case material.',
    thrown,
  );
}
