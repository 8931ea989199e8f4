// Time stamps (RFC 3161): an authority's signed word that bytes existed at a time. Asking is the caller's affair, as it
// goes over the network; making the question and checking the answer need none.
import { hash, verify, X509Certificate } from 'node:crypto';
import { sameBytes } from './bytes.ts';
import { contextTag, DerError, members, need, oidOf, readDer, TAGS, writeDer, writeInteger, writeOid, type Der } from './der.ts';
import { DIGESTS, readResponse, type Token } from './timestamp-token.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** The certificates of authorities that the reader trusts. */
export type Authorities = readonly X509Certificate[];

const SHA256 = '2.16.840.1.101.3.4.2.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** How long a chain of certificates may be. */
const MAX_CHAIN = 8;

/**
 * The question, to be sent as `application/timestamp-query`. The authority learns a hash, and who asks when.
 *
 * @param nonce - 8 random bytes or more, to be given to `checkTimestamp` with the answer
 */
export function timestampRequest(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const algorithm = writeDer(TAGS.sequence, writeOid(SHA256), writeDer(TAGS.null));
  const imprint = writeDer(TAGS.sequence, algorithm, writeDer(TAGS.octets, hash('sha256', data, 'buffer')));
  const wantsCertificate = writeDer(TAGS.boolean, Uint8Array.of(0xff));
  return writeDer(TAGS.sequence, writeInteger(Uint8Array.of(1)), imprint, writeInteger(nonce), wantsCertificate);
}

/** The certificates of a PEM file. Throws what node:crypto throws where one is malformed. */
export const readAuthorities = (pem: string): Authorities =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((each) => new X509Certificate(each));

/**
 * Who stamped `data`, and when, according to an authority that leads to one of `trusted`.
 *
 * Certificates have to be valid at the time that is stamped, not today: a token outlives them, as long as neither their
 * keys nor the digests are broken, and revocation is not looked up. Never throws: what is wrong is a finding.
 *
 * @param nonce - that of the question, when an answer is taken in; null when a token that was kept is checked again
 */
export function checkTimestamp(
  response: Uint8Array,
  data: Uint8Array,
  trusted: Authorities,
  nonce: Uint8Array | null = null,
): Outcome<{ readonly by: string; readonly at: Date }> {
  try {
    const token = readResponse(response);
    const { imprint, at } = token.info;
    if (!sameBytes(imprint.digest, hash(imprint.algorithm, data, 'buffer'))) return failed('the time stamp is of other bytes');
    if (nonce && !sameBytes(writeInteger(nonce), writeInteger(token.info.nonce ?? new Uint8Array(0)))) return failed('the time stamp answers another question');
    const signer = signerOf(token);
    checkSignature(token, signer);
    checkPurpose(signer);
    const anchor = checkChain(signer, token.certificates.map(certificate), trusted, at);
    return gained({ by: nameOf(signer, anchor), at });
  } catch (thrown) {
    if (thrown instanceof DerError) return failed(`the time stamp cannot be accepted: ${thrown.message}`);
    throw thrown;
  }
}

function certificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (thrown) {
    throw new DerError('a certificate is malformed', { cause: thrown });
  }
}

/** The certificate that the signed attributes name by its digest (RFC 5035, RFC 2634), so that no other can stand in. */
function signerOf(token: Token): X509Certificate {
  const v2 = token.attribute.get(SIGNING_CERTIFICATE_V2);
  const [named] = v2 ?? token.attribute.get(SIGNING_CERTIFICATE) ?? [];
  const list = members(need(named, TAGS.sequence, 'the name of the signing certificate'))[0];
  const id = members(need(members(need(list, TAGS.sequence, 'the certificate'))[0], TAGS.sequence, 'the certificate'));
  const algorithm = !v2 ? 'sha1' : id[0]?.tag === TAGS.sequence ? (DIGESTS[oidOf(members(id[0])[0], 'a digest')] ?? '') : 'sha256';
  const digest = need(
    id.find(({ tag }) => tag === TAGS.octets),
    TAGS.octets,
    'the digest of the certificate',
  ).body;
  if (algorithm === '') throw new DerError('the digest of the certificate is not one that is trusted');
  const found = token.certificates.find((each) => sameBytes(hash(algorithm, each, 'buffer'), digest));
  if (!found) throw new DerError('the signing certificate is not in it');
  return certificate(found);
}

function checkSignature(token: Token, signer: X509Certificate): void {
  const [type] = token.attribute.get(CONTENT_TYPE) ?? [];
  if (oidOf(type, 'the kind of what is signed') !== '1.2.840.113549.1.9.16.1.4') throw new DerError('what is signed is not a time stamp');
  const [digest] = token.attribute.get(MESSAGE_DIGEST) ?? [];
  const made = hash(token.digest, token.content, 'buffer');
  if (!sameBytes(need(digest, TAGS.octets, 'the digest').body, made)) throw new DerError('its content was altered');
  // RSA-PSS would need its parameters read; no authority that was met uses it.
  if (token.signatureAlgorithm === '1.2.840.113549.1.1.10') throw new DerError('RSA-PSS is not known here');
  const algorithm = signer.publicKey.asymmetricKeyType?.startsWith('ed') ? null : token.digest;
  if (!verify(algorithm, token.attributes, signer.publicKey, token.signature)) throw new DerError('its signature is wrong');
}

/** RFC 3161, section 2.3: the certificate is for time stamping alone, and says so critically. */
function checkPurpose(signer: X509Certificate): void {
  const found = extensionsOf(signer).find((each) => oidOf(each[0], 'an extension') === EXTENDED_KEY_USAGE);
  const critical = found?.[1]?.tag === TAGS.boolean && found[1].body[0] === 0xff;
  const uses = found ? members(readDer(need(found.at(-1), TAGS.octets, 'the key usage').body)).map((use) => oidOf(use, 'a use')) : [];
  if (!critical || uses.length !== 1 || uses[0] !== TIME_STAMPING) throw new DerError('its certificate is not one for time stamping alone');
}

function extensionsOf(signer: X509Certificate): readonly (readonly Der[])[] {
  const [body] = members(readDer(signer.raw));
  const wrapped = members(need(body, TAGS.sequence, 'the certificate')).find(({ tag }) => tag === contextTag(3));
  const list = wrapped ? members(wrapped)[0] : undefined;
  return list ? members(list).map(members) : [];
}

/** The trusted certificate that the signer's chain ends in. */
function checkChain(signer: X509Certificate, sent: readonly X509Certificate[], trusted: Authorities, at: Date): X509Certificate {
  let current = signer;
  for (let links = 0; links < MAX_CHAIN; links++) {
    if (at < new Date(current.validFrom) || at > new Date(current.validTo))
      throw new DerError(`the certificate of ${commonName(current)} was not valid at that time`);
    const known = trusted.find((each) => each.raw.equals(current.raw));
    if (known) return known;
    const issuer = [...trusted, ...sent].find(
      (each) => each.ca && current.checkIssued(each) && current.verify(each.publicKey) && !each.raw.equals(current.raw),
    );
    if (!issuer) break;
    current = issuer;
  }
  throw new DerError(`${commonName(signer)} does not lead to an authority that is trusted`);
}

const commonName = ({ subject }: X509Certificate): string => /^CN=(?<name>.+)$/m.exec(subject)?.groups?.['name'] ?? subject.replaceAll('\n', ', ');

const nameOf = (signer: X509Certificate, anchor: X509Certificate): string =>
  signer.raw.equals(anchor.raw) ? commonName(signer) : `${commonName(signer)}, of ${commonName(anchor)}`;
