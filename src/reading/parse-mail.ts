// A mail taken apart, once for whoever reads it and for whoever takes out what is attached.
import PostalMime, { type Email } from 'postal-mime';

/** Parts inside each other: a forwarded mail of a forwarded mail has a few. */
const DEEPEST = 50;

/** Of bytes that are still in use; nothing of them stays when they are gone. */
const parsed = new WeakMap<Uint8Array, Promise<Email>>();

/** A mail that is forwarded in it is a part of its text. Rejects where it is nested too deep. */
export function parseMail(bytes: Uint8Array): Promise<Email> {
  const before = parsed.get(bytes);
  if (before) return before;
  const email = new PostalMime({ maxNestingDepth: DEEPEST, attachmentEncoding: 'arraybuffer' }).parse(bytes);
  parsed.set(bytes, email);
  return email;
}

/** What is attached to it, a mail that is forwarded in it among that. */
export async function attachedTo(bytes: Uint8Array): Promise<Email['attachments']> {
  if (!/message\/rfc822/i.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))) return (await parseMail(bytes)).attachments;
  const whole = { maxNestingDepth: DEEPEST, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' } as const;
  return (await new PostalMime(whole).parse(bytes)).attachments;
}
