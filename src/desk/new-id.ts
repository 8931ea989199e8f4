// Identifiers: a prefix that says what it names, and 80 bits in base 32, which people can read out: 16 characters.
import { base32 } from '../base/base32.ts';

const BYTES = 10;

export const newId = (prefix: string, random: (bytes: number) => Uint8Array): string => prefix + base32(random(BYTES));

/** An id that derives from a digest: the same for the same, and telling nothing of what was digested. */
export const derivedId = (prefix: string, digest: Uint8Array): string => prefix + base32(digest.subarray(0, BYTES));
