// What an RFC 3161 response says: a status, and a token, which is CMS SignedData (RFC 5652) over a TSTInfo.
import { contextTag, DerError, members, need, oidOf, readDer, TAGS, type Der } from './der.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** The digests that are taken; SHA-1 and older prove nothing any more. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export type TstInfo = {
  /** The name of a digest, as node:crypto has it, and what it came to. */
  readonly imprint: { readonly algorithm: string; readonly digest: Uint8Array };
  readonly at: Date;
  readonly nonce: Uint8Array | null;
};

export type Token = {
  /** The TSTInfo's bytes, which the signed attributes have the digest of. */
  readonly content: Uint8Array;
  readonly info: TstInfo;
  readonly certificates: readonly Uint8Array[];
  readonly digest: string;
  /** As they are signed: a SET. */
  readonly attributes: Uint8Array;
  /** The values of each signed attribute, by its object identifier. */
  readonly attribute: ReadonlyMap<string, readonly Der[]>;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
};

/** Throws a DerError whose message says what is wrong. */
export function readResponse(response: Uint8Array): Token {
  const [status, token] = members(need(readDer(response), TAGS.sequence, 'the response'));
  const granted = members(need(status, TAGS.sequence, 'the status'))[0];
  const code = need(granted, TAGS.integer, 'the status').body[0] ?? 255;
  if (code > 1) throw new DerError(`the authority refused: status ${code}`);
  return readToken(need(token, TAGS.sequence, 'the token'));
}

function readToken(token: Der): Token {
  const [type, wrapped] = members(token);
  if (oidOf(type, 'the kind of token') !== SIGNED_DATA) throw new DerError('the token is not signed data');
  const signed = members(need(members(need(wrapped, contextTag(0), 'the signed data'))[0], TAGS.sequence, 'the signed data'));
  const content = readContent(need(signed[2], TAGS.sequence, 'the content'));
  const certificates = signed.find(({ tag }) => tag === contextTag(0));
  const [signer, ...others] = members(need(signed.at(-1), TAGS.set, 'the signer'));
  if (others.length > 0) throw new DerError('the token has more than one signer');
  const inside = { content, info: readInfo(content), certificates: certificates ? members(certificates).map(({ whole }) => whole) : [] };
  return { ...inside, ...readSigner(need(signer, TAGS.sequence, 'the signer')) };
}

function readContent(content: Der): Uint8Array {
  const [type, wrapped] = members(content);
  if (oidOf(type, 'the kind of content') !== TST_INFO) throw new DerError('the token is not a time stamp');
  return need(members(need(wrapped, contextTag(0), 'the content'))[0], TAGS.octets, 'the content').body;
}

function readSigner(signer: Der): Omit<Token, 'content' | 'info' | 'certificates'> {
  const [, , digest, attributes, algorithm, signature] = members(signer);
  const signed = need(attributes, contextTag(0), 'the set of signed attributes');
  const attribute = new Map<string, readonly Der[]>();
  for (const each of members(signed)) {
    const [type, values] = members(each);
    attribute.set(oidOf(type, 'an attribute'), members(need(values, TAGS.set, 'the value of an attribute')));
  }
  // Signed is the SET itself (RFC 5652, section 5.4), not the [0] that stands in its place in the message.
  const set = Uint8Array.from(signed.whole);
  set[0] = TAGS.set;
  return {
    digest: digestOf(digest),
    attributes: set,
    attribute,
    signatureAlgorithm: oidOf(members(need(algorithm, TAGS.sequence, 'the algorithm'))[0], 'the algorithm'),
    signature: need(signature, TAGS.octets, 'the signature').body,
  };
}

function digestOf(algorithm: Der | undefined): string {
  const oid = oidOf(members(need(algorithm, TAGS.sequence, 'a digest algorithm'))[0], 'a digest algorithm');
  const name = DIGESTS[oid];
  if (name === undefined) throw new DerError(`the digest ${oid} is not one that is trusted`);
  return name;
}

function readInfo(content: Uint8Array): TstInfo {
  const fields = members(need(readDer(content), TAGS.sequence, 'the time stamp'));
  const [algorithm, digest] = members(need(fields[2], TAGS.sequence, 'the imprint'));
  const nonce = fields.slice(5).find(({ tag }) => tag === TAGS.integer);
  return {
    imprint: { algorithm: digestOf(algorithm), digest: need(digest, TAGS.octets, 'the imprint').body },
    at: readTime(need(fields[4], TAGS.generalizedTime, 'the time').body),
    nonce: nonce?.body ?? null,
  };
}

/** RFC 3161, section 2.4.2: always UTC, with seconds, and with a fraction of any length or none. */
function readTime(body: Uint8Array): Date {
  const { date, time, fraction } = /^(?<date>\d{8})(?<time>\d{6})(?:\.(?<fraction>\d+))?Z$/.exec(Buffer.from(body).toString('latin1'))?.groups ?? {};
  const [year, month, day] = date?.match(/^\d{4}|\d{2}/g) ?? [];
  const at = new Date(`${year}-${month}-${day}T${time?.match(/\d{2}/g)?.join(':')}.${(fraction ?? '').slice(0, 3).padEnd(3, '0')}Z`);
  if (Number.isNaN(at.getTime())) throw new DerError('the time is malformed');
  return at;
}
