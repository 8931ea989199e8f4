// Digests as web archives state them: `algorithm:value`, the value in base 32 or hexadecimal.
// Source: WARC 1.1 (ISO 28500:2017), sections 5.8 and 5.9; RFC 4648, section 6.
import { createHash, type Hash } from 'node:crypto';
import { base32 } from '../base/base32.ts';

const FORM = /^(sha-?1|sha-?256|sha-?512|md5):([0-9a-z]+)=*$/i;

/** What is hashed to hold it against what is stated; null where nothing is stated, or in a way that is not known here. */
export function hashFor(stated: string): Hash | null {
  const algorithm = FORM.exec(stated)?.[1];
  return algorithm === undefined ? null : createHash(algorithm.toLowerCase().replace('-', ''));
}

export function isStated(stated: string, hash: Hash): boolean {
  const value = FORM.exec(stated)?.[2]?.toLowerCase();
  const digest = hash.digest();
  return value === digest.toString('hex') || value === base32(digest);
}
