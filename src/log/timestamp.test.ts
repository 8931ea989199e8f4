import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { DerError, readDer, writeDer, writeInteger, writeOid } from './der.ts';
import { hasOpenssl, ThrowAwayAuthority } from './throw-away-authority.test-data.ts';
import { checkTimestamp, timestampRequest } from './timestamp.ts';
import { VECTORS } from './vectors.test-data.ts';

const data = utf8(VECTORS.checkpoint);
const nonce = Uint8Array.of(0x9a, 2, 3, 4, 5, 6, 7, 8);

describe.runIf(hasOpenssl)('a time stamp, of an authority made with openssl', () => {
  let authority: ThrowAwayAuthority;
  let response: Uint8Array;
  let began: number;

  beforeAll(() => {
    began = Math.floor(Date.now() / 1000) * 1000;
    authority = new ThrowAwayAuthority();
    response = authority.answer(timestampRequest(data, nonce));
  });
  afterAll(() => authority.remove());

  test('says who stamped and when, and openssl agrees', () => {
    const found = checkTimestamp(response, data, authority.authorities, nonce);
    if (!found.ok) expect.fail(found.reason);
    expect(found.value.by).toBe('Test Authority, of Test Root');
    expect(found.value.at.getTime()).toBeGreaterThanOrEqual(began);
    expect(found.value.at.getTime()).toBeLessThanOrEqual(Date.now());
    expect(authority.opensslAccepts(response, data)).toBe(true);
  });

  test('by an elliptic key is verified, too', () => {
    const elliptic = authority.answer(timestampRequest(data, nonce), 'tsa', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    expect(checkTimestamp(elliptic, data, authority.authorities, nonce).ok).toBe(true);
  });

  test('of other bytes, of another question, or of a stranger is refused', () => {
    expect(checkTimestamp(response, utf8('other'), authority.authorities)).toEqual({ ok: false, reason: 'the time stamp is of other bytes' });
    expect(checkTimestamp(response, data, authority.authorities, Uint8Array.of(1))).toEqual({ ok: false, reason: 'the time stamp answers another question' });
    expect(checkTimestamp(response, data, [])).toEqual({
      ok: false,
      reason: 'the time stamp cannot be accepted: Test Authority does not lead to an authority that is trusted',
    });
  });

  test('by a certificate that is for other things, too, is refused', () => {
    // openssl will not make such a token, so the request is answered by the right certificate and the wrong one is shown.
    expect(() => authority.answer(timestampRequest(data, nonce), 'web')).toThrow(/extended key usage|signer certificate|purpose/i);
  });

  test('with any bit flipped is refused, unless the bit says nothing of who, what or when', () => {
    const before = checkTimestamp(response, data, authority.authorities);
    fc.assert(
      fc.property(fc.nat(response.length * 8 - 1), (bit) => {
        const broken = Uint8Array.from(response);
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const found = checkTimestamp(broken, data, authority.authorities, nonce);
        if (found.ok) expect(found).toEqual(before);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('DER', () => {
  test('is written as it is read', () => {
    expect(Buffer.from(writeOid('1.2.840.113549.1.9.16.1.4')).toString('hex')).toBe('060b2a864886f70d0109100104');
    expect(Buffer.from(writeInteger(Uint8Array.of(0, 0x80))).toString('hex')).toBe('02020080');
    expect(readDer(writeDer(0x30, new Uint8Array(300))).body.length).toBe(300);
  });

  test('of any bytes is read, or refused by the one error that the door expects', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readDer(bytes);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(DerError);
        }
        expect(typeof checkTimestamp(bytes, bytes, []).ok).toBe('boolean');
      }),
    ));
});
