import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, hex, utf8 } from './bytes.ts';
import { checkCosignature } from './cosignature.ts';
import { makeEntry } from './entry.ts';
import { parseNote } from './note.ts';
import { parsePolicy } from './policy.ts';
import { formatProofFile, parseProofFile } from './proof-file.ts';
import { signCheckpoint } from './checkpoint.ts';
import { checkInclusion } from './proof.ts';
import { ed25519Signer } from './signature.ts';
import { leafHash, nodeHash } from './tree.ts';
import { VECTORS } from './vectors.test-data.ts';
import { verifyProof } from './verify-proof.ts';
import { NO_WITNESS } from './voucher.ts';

const signer = ed25519Signer('example.org/record-log/test', fromHex(VECTORS.seed));

describe('a proof file', () => {
  test('is the published one, byte for byte, and holds', () => {
    const read = parseProofFile(VECTORS.proofFile);
    if (!read.ok) expect.fail(read.reason);
    const { proof, checkpoint } = read.value;
    expect(formatProofFile(proof, checkpoint.note)).toBe(VECTORS.proofFile);
    expect(checkInclusion(leafHash(utf8('{"n":3}')), proof, checkpoint.root)).toEqual({ ok: true });
    const note = parseNote(checkpoint.note);
    expect(note.ok && checkCosignature(note.value, ed25519Signer('witness.example.net/w1', new Uint8Array(32).fill(7), 'cosignature').verifier).ok).toBe(true);
  });

  test('may have an extra line, that is passed over', () => {
    const extra = VECTORS.proofFile.replace('\nindex', '\nextra AAAA\nindex');
    expect(parseProofFile(extra)).toEqual(parseProofFile(VECTORS.proofFile));
  });

  test.each([
    '',
    'c2sp.org/tlog-proof@v2\nindex 3\n\n',
    VECTORS.proofFile.replace('index 3', 'index 03'),
    VECTORS.proofFile.replace('PR3n', 'PR3'),
    VECTORS.checkpoint,
  ])('that is %j is refused in words', (text) => expect(parseProofFile(text)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) }));
});

describe('an exhibit', () => {
  const at = new Date('2026-11-21T09:00:00Z');
  const entry = makeEntry(1, { kind: 'note.made', actor: 'p_1', payload: { text: 'seen at the gate' } }, at, new Uint8Array(42).fill(5));
  const other = leafHash('another entry');
  const { note } = signCheckpoint({ size: 2, root: nodeHash(other, leafHash(entry.bytes)) }, signer);
  const proof = formatProofFile({ index: 1, size: 2, hashes: [other] }, note);
  const opened = { payload: '{"text":"seen at the gate"}', salt: hex(entry.salt ?? new Uint8Array(0)) };
  const options = { log: signer.verifier };

  test('is verified offline, and it says that nobody else vouches', () => {
    const found = verifyProof({ proof, bytes: entry.bytes, opened }, options);
    expect(found.checks.map(({ name, ok }) => [name, ok])).toEqual([['checkpoint', true], ['proof', true], ['envelope', true], ['payload', true]]); // prettier-ignore
    expect(found.standing).toBe('no outside witness: this shows consistency, not age');
    expect(found.standing).toBe(NO_WITNESS);
  });

  test('with any bit of the entry, the payload, the salt or the proof flipped fails', () => {
    const parts = { proof, bytes: Buffer.from(entry.bytes).toString(), payload: opened.payload, salt: opened.salt };
    const flip = (text: string, bit: number): string => {
      const bytes = Buffer.from(text);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes.toString('latin1');
    };
    fc.assert(
      fc.property(fc.constantFrom('proof', 'bytes', 'payload', 'salt'), fc.nat(), (part, seed) => {
        const broken = { ...parts, [part]: flip(parts[part], seed % (parts[part].length * 8)) };
        const exhibit = { proof: broken.proof, bytes: utf8(broken.bytes), opened: { payload: broken.payload, salt: broken.salt } };
        expect(verifyProof(exhibit, options).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a witness that the reader trusts says who vouches, and since when', () => {
    const policy = parsePolicy(`witness archive ${VECTORS.witnessVkey}\nquorum archive\n`);
    const found = verifyProof({ proof: VECTORS.proofFile, bytes: utf8('{"n":3}') }, { log: signer.verifier, policy: policy.ok ? policy.value : null });
    expect(found.checks).toContainEqual({ name: 'envelope', ok: false, detail: 'the entry is not an envelope' });
    expect(found.vouchers).toEqual([]); // of an exhibit that does not hold, nobody is said to vouch
  });
});
