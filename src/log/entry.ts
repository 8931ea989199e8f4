// Entries: what the log holds. An envelope says who did what kind of thing when, and commits to a payload by a salted
// digest; the payload and its salt lie beside the log, so that they can be destroyed while every proof still holds.
import { hash } from 'node:crypto';
import { canonicalJson, parseCanonicalJson, type Json } from '../base/canonical-json.ts';
import { Fault } from '../base/fault.ts';
import { base32 } from '../base/base32.ts';
import { hex, utf8 } from './bytes.ts';

/** Its canonical JSON (RFC 8785) is the leaf. No name, passage or plain digest of either stands in it. */
export type Envelope = {
  readonly v: 1;
  readonly kind: string;
  /** Random, never made from the content. */
  readonly id: string;
  /** ISO 8601 in UTC with milliseconds: what the actor's machine took the time to be, and no proof of it. */
  readonly at: string;
  readonly actor: string;
  /** SHA-256 of the salt followed by the payload's bytes, in hexadecimal. */
  readonly digest: string;
};

export type Draft = { readonly kind: string; readonly actor: string; readonly payload: Json };

/** `payload` and `salt` are null once they were erased. */
export type Entry = {
  readonly index: number;
  readonly envelope: Envelope;
  /** The envelope as it is hashed. */
  readonly bytes: Uint8Array;
  readonly payload: Uint8Array | null;
  readonly salt: Uint8Array | null;
};

/**
 * The kind of the entry that destroys payloads. Its payload names them, as `{entries: [id, …]}` among other members; the
 * log destroys them in the transaction that records it, so that neither is there without the other.
 */
export const ERASURE = 'payload.erased';

const SALT_BYTES = 32;
const ID_BYTES = 10;

/** How many random bytes an entry takes. */
export const CHANCE_BYTES = SALT_BYTES + ID_BYTES;

/** Random bytes that are fit for secrets. */
export type Chance = (bytes: number) => Uint8Array;

/**
 * Throws a Fault 'bad-shape' where the payload has no canonical form, or where the kind or the actor is more than a plain
 * word: an envelope is for everybody's eyes, so actors stand in it by an id, never by name.
 *
 * @param chance - CHANCE_BYTES of them, used for nothing else
 */
export function makeEntry(index: number, draft: Draft, at: Date, chance: Uint8Array): Entry {
  const salt = chance.slice(0, SALT_BYTES);
  const payload = canonical(draft.payload);
  const digest = payloadDigest(hex(salt), payload);
  if (digest === null) throw new RangeError(`a salt of ${salt.length} bytes`);
  const id = `e_${base32(chance.subarray(SALT_BYTES, CHANCE_BYTES))}`;
  const envelope: Envelope = { actor: draft.actor, at: at.toISOString(), digest, id, kind: draft.kind, v: 1 };
  const text = JSON.stringify(envelope); // canonical, as the members are in order and plain words; parseEnvelope holds it to that
  if (!parseEnvelope(text)) {
    throw new Fault(
      'bad-shape',
      `"${draft.kind}" by "${draft.actor}" cannot stand in an envelope`,
      'Give the kind and the actor as ids: letters, digits and . _ : @ / + - alone.',
    );
  }
  return { index, envelope, bytes: utf8(text), payload: utf8(payload), salt };
}

/**
 * The digest that commits to a payload; null where the salt is not 64 lower-case hexadecimal digits.
 */
export function payloadDigest(salt: string, payload: string): string | null {
  const most = SALT_BYTES + MOST_BYTES_OF_UNIT * payload.length;
  if (digestMessage.length < most) digestMessage = Buffer.alloc(most);
  digestMessage.write(salt, 0, SALT_BYTES, 'hex');
  if (digestMessage.toString('hex', 0, SALT_BYTES) !== salt) return null; // faster than a pattern for the salt
  const written = digestMessage.write(payload, SALT_BYTES, 'utf8');
  return hash('sha256', digestMessage.subarray(0, SALT_BYTES + written));
}

/** Of UTF-8, for a UTF-16 unit. */
const MOST_BYTES_OF_UNIT = 3;

/** Written over by every digest, and grown where a payload wants it: a buffer for each would cost more than the hashing. */
let digestMessage = Buffer.alloc(16 * 1024);

function canonical(value: Json): string {
  try {
    return canonicalJson(value);
  } catch (thrown) {
    throw new Fault('bad-shape', 'an act cannot be written as canonical JSON', 'Give it without numbers beyond 2^53 and without broken characters.', thrown);
  }
}

/**
 * All that an envelope can be. What matches is canonical JSON: its members in order, nothing that needs an escape. Lengths
 * are checked afterwards: counting them in the pattern makes it half as fast.
 */
const ENVELOPE = new RegExp(
  String.raw`^\{"actor":"([\w.:@/+-]+)","at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","digest":"([0-9a-f]+)",` +
    String.raw`"id":"(e_[a-z2-7]+)","kind":"([\w.:@/+-]+)","v":1\}$`,
);
const MAX_ENVELOPE_LENGTH = 1_000;
const ID_LENGTH = 18;
const DIGEST_LENGTH = 64;

/** The envelope that a text is. Null for one that is not canonical, or has more or fewer members. */
export function parseEnvelope(text: string): Envelope | null {
  const [, actor = '', at = '', digest = '', id = '', kind = ''] = ENVELOPE.exec(text) ?? [];
  const sound = text.length <= MAX_ENVELOPE_LENGTH && digest.length === DIGEST_LENGTH && id.length === ID_LENGTH;
  return sound ? { v: 1, kind, id, at, actor, digest } : null;
}

/** The ids that an erasure's payload names; empty where it names none. */
export function erasedIds(payload: string): readonly string[] {
  const parsed = parseCanonicalJson(payload);
  if (typeof parsed !== 'object' || parsed === null || !('entries' in parsed) || !Array.isArray(parsed.entries)) return [];
  return parsed.entries.filter((id) => typeof id === 'string');
}
