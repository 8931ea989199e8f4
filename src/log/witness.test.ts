import { describe, expect, test } from 'vitest';
import { parsePolicy } from './policy.ts';
import { parseVkey, type Verifier } from './signature.ts';
import { VECTORS } from './vectors.test-data.ts';
import { cosigners } from './voucher.ts';
import { sizeOfConflict, takeCosignature, witnessRequest } from './witness.ts';

const witness = ((): Verifier => {
  const parsed = parseVkey(VECTORS.witnessVkey);
  return parsed.ok ? parsed.value : expect.fail(parsed.reason);
})();
const ANSWER = VECTORS.cosigned.slice(VECTORS.checkpoint.length);

describe('asking a witness', () => {
  test('sends the old size, the proof and the checkpoint', () => {
    const body = witnessRequest({ from: 3, to: 5, hashes: ['00'.repeat(32), 'ff'.repeat(32)] }, VECTORS.checkpoint);
    expect(body).toBe(`old 3\n${'A'.repeat(43)}=\n${'/'.repeat(42)}8=\n\n${VECTORS.checkpoint}`);
    expect(witnessRequest({ from: 0, to: 5, hashes: [] }, VECTORS.checkpoint)).toBe(`old 0\n\n${VECTORS.checkpoint}`);
  });

  test('takes its line into the note', () => {
    expect(takeCosignature(VECTORS.checkpoint, ANSWER, witness)).toEqual({ ok: true, value: VECTORS.cosigned });
  });

  test.each(['', 'thank you\n', `\n\n${ANSWER}`, ANSWER.replace('BpVbkA', 'BpVbkB')])('takes nothing from the answer %j', (answer) => {
    expect(takeCosignature(VECTORS.checkpoint, answer, witness)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) });
  });

  test('reads the size that a witness has where it is not the one expected', () => {
    expect([sizeOfConflict('12\n'), sizeOfConflict('0'), sizeOfConflict('012'), sizeOfConflict('<html>'), sizeOfConflict('')]).toEqual([
      12,
      0,
      null,
      null,
      null,
    ]);
  });
});

describe('who cosigned', () => {
  const policyOf = (vkey: string) => {
    const parsed = parsePolicy(`witness archive ${vkey}\nquorum archive\n`);
    return parsed.ok ? parsed.value : expect.fail(parsed.reason);
  };

  test('are the witnesses of the policy, by the names that the reader gave them', () => {
    expect(cosigners(VECTORS.cosigned, 5, policyOf(VECTORS.witnessVkey))).toEqual({
      vouchers: [{ by: 'archive', kind: 'witness', size: 5, at: new Date('2026-01-01T00:00:00Z') }],
      wrong: [],
    });
  });

  test('are not those whose line is wrong', () => {
    const text = VECTORS.cosigned.replace('BpVbkA', 'BpVbkB');
    expect(cosigners(text, 5, policyOf(VECTORS.witnessVkey))).toEqual({ vouchers: [], wrong: ['the cosignature of witness.example.net/w1 is wrong'] });
  });
});
