import { expect, test } from 'vitest';
import { signatureSentences } from './wacz-signature.ts';

/** Of herald.example, from 1 December 2022 to 1 March 2023, vouched for by itself; its key was thrown away when it had signed. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBXDCCAQOgAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5oZXJhbGQu
ZXhhbXBsZTAeFw0yMjEyMDEwMDAwMDBaFw0yMzAzMDEwMDAwMDBaMBkxFzAVBgNV
BAMMDmhlcmFsZC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAERTx4
uOP1EuY05RIEWU4PCsxqJr0JIJoRPNrhTD1urbSTxxdtRP5DmOlM4L/uKqT3wEQ9
IaTg3Sk9/Lb8azCNJKM8MDowGQYDVR0RBBIwEIIOaGVyYWxkLmV4YW1wbGUwHQYD
VR0OBBYEFKjJeAc6KLG1tRfbXRiaVxitCyYsMAoGCCqGSM49BAMCA0cAMEQCIF9E
3C8xhUdeIerUf51UcUlMMCHg24pKESUFtOO41dItAiAsYhTE3ARPVo0Gyk05iimz
szGRMWrAKN1PQ31EcBwR8Q==
-----END CERTIFICATE-----`;
/** Of the digest of `{}`, made with OpenSSL. */
const HASH = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const SIGNATURE = 'MEQCIBoeNSSks+WZfMJQ6RkYj9zeBfOoxFEEsrxPyBUFSoHMAiBw78cE1mLqiEiXd7HNspGHIrAje9C7+bqosJz1PvEEKA==';

const told = (datapackage: string, signed: object): string => {
  const signedData = { hash: HASH, signature: SIGNATURE, domain: 'herald.example', domainCert: CERTIFICATE, created: '2022-12-18T07:00:00Z', ...signed };
  return signatureSentences(Buffer.from(datapackage), Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: HASH, signedData }))).join(' ');
};

test('a signature by the key of a certificate is checked, and it is told who issued that to whom, and what was not checked', () => {
  const words = told('{}', { timeSignature: 'MIIB' });
  expect(words).toContain('signed for herald.example, at 2022-12-18T07:00:00Z by its own word');
  expect(words).toContain('The signature fits');
  expect(words).toContain('CN=herald.example issued it for DNS:herald.example, valid from 2022-12-01 to 2023-03-01.');
  expect(words).toContain(
    'Whether the issuer is to be trusted, and whether the certificate was revoked, was not checked. A time stamp is enclosed; it was not checked.',
  );
});

test.each([
  ['a time at which the certificate was not valid', '{}', { created: '2023-06-01T00:00:00Z' }, 'which is not when it says that it was signed'],
  ['a domain that the certificate is not for', '{}', { domain: 'dawn.example' }, 'The certificate is not for that domain.'],
  ['another list of files', '{"a":1}', {}, 'states another digest of datapackage.json than it has. It says that it was signed for herald.example'],
  ['another list of files, as to the signature', '{"a":1}', {}, 'THE SIGNATURE DOES NOT FIT'],
  ['a certificate that is none', '{}', { domainCert: 'x' }, 'the signature was not checked'],
])('%s is told', (_, datapackage, signed, words) => {
  expect(told(datapackage, signed)).toContain(words);
});

test('what is no JSON is told', () => {
  expect(signatureSentences(Buffer.from('{}'), Buffer.from('{'))).toEqual(['Its datapackage-digest.json cannot be read, so that no signature was checked.']);
});
