// Faults: what goes wrong around the record (a disk, a lock, a word on the command line, a bug), as opposed to
// findings about it, which are values. Doors catch faults; rooms only throw them.

/** Every fault code, with the exit status that the command line answers it with. Kept in order of status. */
export const FAULTS = {
  'bad-usage': 2,
  'bad-date': 2,
  'bad-query': 2,
  'bad-shape': 2,
  'not-found': 3,
  'nothing-to-read': 3,
  'no-casebook': 4,
  'casebook-exists': 4,
  'casebook-locked': 5,
  'casebook-newer': 6,
  'casebook-damaged': 7,
  'wrong-key': 8,
  'not-allowed': 9,
  disk: 10,
  conflict: 11,
  bug: 70,
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
    return FAULTS[this.code];
  }

  shape(): FaultShape {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Any thrown value as a Fault; what is not one already is a bug, and says so. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault(
    'bug',
    message,
    'This is a fault of onrecord. Nothing was written. Run again with --trace and report what it prints, without case material.',
    thrown,
  );
}
