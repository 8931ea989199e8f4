// Bytes as text and back, strictly: what does not come out as it went in is refused.

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Null where the bytes are not valid UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null; // the decoder's way to say "malformed"
    throw thrown;
  }
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Null where the text is not the one standard, padded base64 of its bytes. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** The text of bytes that are known to be UTF-8. */
export const text = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

export const fromHex = (digits: string): Uint8Array => Buffer.from(digits, 'hex');

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** A hash in hexadecimal digits as standard base64, as checkpoints and proofs have it. */
export const base64OfHash = (digits: string): string => Buffer.from(digits, 'hex').toString('base64');

/** Null where the text is not the base64 of 32 bytes. */
export function hashOfBase64(encoded: string): string | null {
  const bytes = fromBase64(encoded);
  return bytes?.length === 32 ? hex(bytes) : null;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
