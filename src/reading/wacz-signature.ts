// Who signed a WACZ file, and what of that can be checked without asking anybody: never more is said than was checked.
// Source: WACZ 1.1.1, sections 5.2.2 (datapackage.json) and 5.2.3 (datapackage-digest.json); WACZ Signing and Verification 0.1.0.
import { createHash, createPublicKey, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { shown } from './web-tally.ts';

/** What `datapackage-digest.json` says, as far as it is in its form. Fields are '' where there is none. */
type Signed = {
  readonly hash: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly created: string;
  readonly software: string;
  readonly domain: string;
  readonly domainCert: string;
  readonly timeSignature: string;
};

/** Full sentences, fit to print. `digest` is what datapackage-digest.json holds, null where there is none. */
export function signatureSentences(datapackage: Uint8Array, digest: Uint8Array | null): readonly string[] {
  if (!digest) return ['It bears no signature.'];
  const said = parsed(digest);
  if (!said) return ['Its datapackage-digest.json cannot be read, so that no signature was checked.'];
  const own = `sha256:${createHash('sha256').update(datapackage).digest('hex')}`;
  const fits = text(said['hash']) === own;
  const about = fits ? [] : ['Its datapackage-digest.json states another digest of datapackage.json than it has.'];
  const data = said['signedData'];
  if (!isObject(data)) return [...about, 'It bears no signature.'];
  return [...about, ...signedSentences(signedOf(data), own)];
}

function signedSentences(signed: Signed, own: string): readonly string[] {
  const certificates = certificatesIn(signed.domainCert);
  const [leaf] = certificates;
  const key = leaf?.publicKey ?? keyOf(signed.publicKey);
  const who = leaf || signed.domain !== '' ? `for ${shown(signed.domain) || 'a domain that it does not name'}` : 'with a key that names nobody';
  const when = signed.created === '' ? '' : `, at ${shown(signed.created)} by its own word`;
  const how = signed.software === '' ? '' : `, by the program ${shown(signed.software)}`;
  const head = `It says that it was signed ${who}${when}${how}${key ? ` (SHA-256 of the key: ${fingerprint(key)})` : ''}.`;
  if (!key) return [head, 'The key, or the signature, is not in a form that is known here: the signature was not checked.'];
  const fits = signatureFits(key, signed) && signed.hash === own;
  const outcome = fits
    ? 'The signature fits: whoever holds that key signed this list of files.'
    : 'THE SIGNATURE DOES NOT FIT: it is not of this list of files, or not by that key.';
  return [head, outcome, ...(leaf ? certificateSentences(leaf, certificates, signed) : ['Whose key it is, it does not show.']), ...stampSentences(signed)];
}

function certificateSentences(leaf: X509Certificate, all: readonly X509Certificate[], { domain, created }: Signed): readonly string[] {
  const at = Date.parse(created);
  const isWithin = at >= leaf.validFromDate.getTime() && at <= leaf.validToDate.getTime();
  const linked = all.every((each, n) => n === 0 || all[n - 1]?.verify(each.publicKey) === true);
  return [
    `The key is that of the enclosed certificate, which says that ${shown(leaf.issuer.replaceAll('\n', ' , '))} issued it for ${shown(leaf.subjectAltName ?? leaf.subject)}, valid from ${day(leaf.validFromDate)} to ${day(leaf.validToDate)}${Number.isNaN(at) || isWithin ? '' : ', which is not when it says that it was signed'}.`,
    ...(domain !== '' && leaf.checkHost(domain) === undefined ? ['The certificate is not for that domain.'] : []),
    ...(linked ? [] : ['Its certificates do not vouch for each other.']),
    'Whether the issuer is to be trusted, and whether the certificate was revoked, was not checked.',
  ];
}

const stampSentences = ({ timeSignature }: Signed): readonly string[] => (timeSignature === '' ? [] : ['A time stamp is enclosed; it was not checked.']);

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The signature is over the digest as it is written, in either form of ECDSA (or RSA). */
function signatureFits(key: KeyObject, { hash, signature }: Signed): boolean {
  const data = Buffer.from(hash);
  const bytes = Buffer.from(signature, 'base64');
  return (['ieee-p1363', 'der'] as const).some((dsaEncoding) => {
    try {
      return verify('sha256', data, { key, dsaEncoding }, bytes);
    } catch (error) {
      if (error instanceof Error) return false; // a key that signs nothing, or a signature of another form
      throw error;
    }
  });
}

/** PEM, or the DER of a public key in base 64; null for neither. */
function keyOf(said: string): KeyObject | null {
  try {
    return said.includes('-----BEGIN') ? createPublicKey(said) : createPublicKey({ key: Buffer.from(said, 'base64'), format: 'der', type: 'spki' });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const fingerprint = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');

/** The first is the signer's; at most 10. None where one cannot be read. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  try {
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
    return blocks.slice(0, 10).map((block) => new X509Certificate(block));
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

function signedOf(data: Readonly<Record<string, unknown>>): Signed {
  const field = (name: string): string => text(data[name]);
  return {
    hash: field('hash'),
    signature: field('signature'),
    publicKey: field('publicKey'),
    created: field('created'),
    software: field('software'),
    domain: field('domain'),
    domainCert: field('domainCert'),
    timeSignature: field('timeSignature'),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of JSON, or null. */
export function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
