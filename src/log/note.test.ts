import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, fromHex, hex } from './bytes.ts';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { checkCosignature, cosign } from './cosignature.ts';
import { checkNote, parseNote, signNote, type Note } from './note.ts';
import { ed25519Signer, formatVkey, parseVkey } from './signature.ts';
import { VECTORS } from './vectors.test-data.ts';

const signer = ed25519Signer('example.org/record-log/test', fromHex(VECTORS.seed));
const witness = ed25519Signer('witness.example.net/w1', new Uint8Array(32).fill(7), 'cosignature');
const WITNESSED = new Date('2026-01-01T00:00:00Z');

const noteOf = (text: string): Note => {
  const parsed = parseNote(text);
  return parsed.ok ? parsed.value : expect.fail(parsed.reason);
};

describe('verifier keys', () => {
  test('are the published ones', () => {
    expect(signer.vkey).toBe(VECTORS.vkey);
    expect(witness.vkey).toBe(VECTORS.witnessVkey);
  });

  test('read back as they were written, also where their base64 has a plus sign', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const read = parseVkey(formatVkey('a.example/log', 'log', key));
        expect(read.ok && hex(Buffer.from(String(read.value.key.export({ format: 'jwk' }).x), 'base64url'))).toBe(hex(key));
      }),
    ));

  test('with another id, name or kind are refused', () => {
    expect(parseVkey(VECTORS.vkey.replace('cd163409', 'cd163408'))).toEqual({
      ok: false,
      reason: 'the key of example.org/record-log/test does not match its id cd163408',
    });
    expect(parseVkey(VECTORS.vkey.replace('/test', '/best')).ok).toBe(false);
    expect(parseVkey('a+b').ok).toBe(false);
    expect(parseVkey(`a+00000000+${base64(Uint8Array.of(6, ...new Uint8Array(32)))}`)).toEqual({
      ok: false,
      reason: 'the key of a is of a kind that this program does not know',
    });
  });
});

describe('a checkpoint', () => {
  test('is the published one, byte for byte', () => {
    expect(signCheckpoint({ size: 5, root: VECTORS.roots[5] }, signer).note).toBe(VECTORS.checkpoint);
  });

  test('opens under its key, with signatures of strangers beside it', () => {
    const opened = openCheckpoint(VECTORS.cosigned, signer.verifier);
    expect(opened).toEqual({ ok: true, value: { origin: 'example.org/record-log/test', size: 5, root: VECTORS.roots[5], note: VECTORS.cosigned } });
  });

  test('of another log, of another key or unsigned does not open', () => {
    const other = ed25519Signer('example.org/other', fromHex(VECTORS.seed));
    const stolenName = ed25519Signer('example.org/record-log/test', new Uint8Array(32).fill(9));
    expect(openCheckpoint(VECTORS.checkpoint, other.verifier)).toEqual({ ok: false, reason: 'the checkpoint is of another log: example.org/record-log/test' });
    expect(openCheckpoint(VECTORS.checkpoint, stolenName.verifier)).toEqual({ ok: false, reason: 'the note is not signed by example.org/record-log/test' });
  });

  test('with any bit flipped does not open', () =>
    fc.assert(
      fc.property(fc.nat(VECTORS.checkpoint.length * 8 - 1), (bit) => {
        const bytes = Buffer.from(VECTORS.checkpoint);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(openCheckpoint(bytes.toString(), signer.verifier).ok).toBe(false);
      }),
      { numRuns: 1000 },
    ));

  test.each([
    ['an empty text', ''],
    ['no signature', 'a.example\n5\n'],
    ['a size with a zero before it', VECTORS.checkpoint.replace('\n5\n', '\n05\n')],
    ['a size beyond counting', VECTORS.checkpoint.replace('\n5\n', '\n99999999999999999999\n')],
    ['a root of 31 bytes', VECTORS.checkpoint.replace('h9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w=', 'h9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM2w==')],
    ['a control character', VECTORS.checkpoint.replace('example', 'exa\u0001mple')],
    ['a line that is no signature', `${VECTORS.checkpoint}— nobody\n`],
  ])('of %s is refused in words', (_, text) => {
    expect(parseCheckpoint(text)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) });
  });
});

describe('a note', () => {
  test('parts at the last empty line', () => {
    const note = signNote('first\n\nsecond\n', [signer]);
    expect(noteOf(note).text).toBe('first\n\nsecond\n');
    expect(checkNote(noteOf(note), signer.verifier)).toEqual({ ok: true });
  });

  test('is refused whole where a line under the known name and id is wrong, even beside a right one', () => {
    const [, line = ''] = VECTORS.checkpoint.split('\n\n');
    const wrong = line.replace('CYhINdp5', 'CYhINdp6');
    expect(checkNote(noteOf(VECTORS.checkpoint + wrong), signer.verifier)).toEqual({
      ok: false,
      reason: 'the signature of example.org/record-log/test is wrong',
    });
  });
});

describe('a cosignature', () => {
  test('is the published one, byte for byte', () => {
    expect(cosign({ verbatim: VECTORS.checkpoint, parsed: noteOf(VECTORS.checkpoint) }, witness, WITNESSED)).toBe(VECTORS.cosigned);
  });

  test('says when the witness saw the checkpoint', () => {
    expect(checkCosignature(noteOf(VECTORS.cosigned), witness.verifier)).toEqual({ ok: true, value: WITNESSED });
  });

  test('is not there without the witness, and is wrong on another text or with another time', () => {
    expect(checkCosignature(noteOf(VECTORS.checkpoint), witness.verifier)).toEqual({
      ok: false,
      reason: 'the checkpoint is not cosigned by witness.example.net/w1',
    });
    expect(checkCosignature(noteOf(VECTORS.cosigned.replace('\n5\n', '\n6\n')), witness.verifier)).toEqual({
      ok: false,
      reason: 'the cosignature of witness.example.net/w1 is wrong',
    });
    expect(checkCosignature(noteOf(VECTORS.cosigned.replace('d0111AAAAABpVbkA', 'd0111AAAAABpVbkB')), witness.verifier).ok).toBe(false);
  });
});
