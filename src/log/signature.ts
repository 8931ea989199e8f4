// Ed25519 keys as signed notes write them (C2SP signed-note, "Signature types"), on node:crypto.
import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { base64, fromBase64, hex, sameBytes, utf8 } from './bytes.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** What a key signs: a log's checkpoints, or another's (a witness's cosignature). */
export const SIGNATURE_TYPES = { log: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

/** A public key that signed notes name. `id` is 4 bytes. */
export type Verifier = { readonly name: string; readonly id: Uint8Array; readonly type: SignatureType; readonly key: KeyObject };

/** Something that signs a log's checkpoints. `sign` gives the 64 bytes of an Ed25519 signature. */
export type Signer = { readonly verifier: Verifier; readonly vkey: string; readonly sign: (message: Uint8Array) => Uint8Array };

const PUBLIC_KEY_BYTES = 32;
const NAME = /^[^\s+\p{Cc}]+$/u;

/** `name+keyid+base64(type || key)`, the form in which verifier keys are handed around. */
export function formatVkey(name: string, type: SignatureType, publicKey: Uint8Array): string {
  const typed = Buffer.concat([Uint8Array.of(SIGNATURE_TYPES[type]), publicKey]);
  return `${name}+${hex(keyId(name, typed))}+${base64(typed)}`;
}

export const formatVerifier = ({ name, type, key }: Verifier): string => formatVkey(name, type, rawPublicKey(key));

/** @see C2SP signed-note, "Verifier keys": only the first two plus signs part it, as base64 has some too. */
export function parseVkey(vkey: string): Outcome<Verifier> {
  const [name = '', id = '', ...rest] = vkey.split('+');
  const typed = fromBase64(rest.join('+'));
  if (!NAME.test(name) || !typed) return failed(`"${vkey}" is not a verifier key (name+id+key)`);
  const type = (['log', 'cosignature'] as const).find((each) => SIGNATURE_TYPES[each] === typed[0]);
  if (!type || typed.length !== 1 + PUBLIC_KEY_BYTES) return failed(`the key of ${name} is of a kind that this program does not know`);
  const expected = keyId(name, typed);
  if (hex(expected) !== id) return failed(`the key of ${name} does not match its id ${id}`);
  return gained({ name, id: expected, type, key: publicKeyOf(typed.subarray(1)) });
}

/** The key's fingerprint: it binds the key to its name. 4 bytes. */
const keyId = (name: string, typed: Uint8Array): Uint8Array => hash('sha256', Buffer.concat([utf8(`${name}\n`), typed]), 'buffer').subarray(0, 4);

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });

/** PKCS #8 for Ed25519 (RFC 8410, section 7): the fixed beginning, then the 32 bytes of the seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The signer of a log named `name`. `seed` is the 32 secret bytes; the caller keeps them safe. */
export function ed25519Signer(name: string, seed: Uint8Array, type: SignatureType = 'log'): Signer {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const vkey = formatVkey(name, type, rawPublicKey(createPublicKey(secret)));
  const parsed = parseVkey(vkey);
  if (!parsed.ok) throw new RangeError(parsed.reason);
  return { verifier: parsed.value, vkey, sign: (message) => sign(null, message, secret) };
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' });
  if (!x) throw new RangeError('not an Ed25519 key');
  return Buffer.from(x, 'base64url');
}

export const verifies = (verifier: Verifier, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, message, verifier.key, signature);

export const sameKey = (verifier: Verifier, line: { readonly name: string; readonly id: Uint8Array }): boolean =>
  verifier.name === line.name && sameBytes(verifier.id, line.id);
