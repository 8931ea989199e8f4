import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { chainKeys, judgeNamedLogs, openHead, openInTerm, readChange, type Change } from './key-chain.ts';
import { ed25519Signer, type Signer } from './signature.ts';
import type { Outcome } from './verdict.ts';

const NAME = 'example.org/log';
const signer = (n: number, name = NAME): Signer => ed25519Signer(name, new Uint8Array(32).fill(n));
const [first, second, third, thief] = [signer(1), signer(2), signer(3), signer(9)];

const rootAt = (size: number): string => size.toString(16).padStart(64, '0');
const note = (size: number, ...[by, ...more]: readonly [Signer, ...Signer[]]): string => signCheckpoint({ size, root: rootAt(size) }, by, ...more).note;
const says = (from: Signer, to: Signer, lost = false): string => JSON.stringify({ from: from.vkey, lost, reason: 'its time', to: to.vkey });

/** From `from` to `to` at `size` entries, as it should be. */
const handOver = (from: Signer, to: Signer, size: number): Outcome<Change> =>
  readChange({ index: size - 1, payload: says(from, to) }, [note(size, from, to)], rootAt(size));
const lose = (from: Signer, to: Signer, size: number): Outcome<Change> =>
  readChange({ index: size - 1, payload: says(from, to, true) }, [note(size, to)], rootAt(size));

const chain = chainKeys(first.verifier, [handOver(first, second, 5), handOver(second, third, 9)], false);
const detail = ({ check }: typeof chain): string | undefined => (check?.ok === false ? check.detail : undefined);

describe('a change of key', () => {
  test('is read from the entry that names the new key and the checkpoint that both keys signed', () => {
    expect(handOver(first, second, 5)).toMatchObject({ ok: true, value: { size: 5, tied: true } });
  });

  test.each<readonly [string, string | null, readonly string[], RegExp]>([
    ['whose payload is not shown', null, [note(5, first, second)], /^entry 4 changes the key, and what it says is not here/],
    ['that names no keys', '{"from":"x","lost":false,"to":"y"}', [note(5, first, second)], /names no keys$/],
    ['to a key of another log', says(first, signer(2, 'other.example/log')), [note(5, first, second)], /names no keys$/],
    ['whose checkpoint is not kept', says(first, second), [note(4, first, second)], /there is no checkpoint of 5 entries with its signature$/],
    ['whose checkpoint the new key did not sign', says(first, second), [note(5, first)], /there is no checkpoint of 5 entries with its signature$/],
    ['whose checkpoint the old key did not sign', says(first, second), [note(5, second)], /the change of key is forged$/],
    ['that a thief signed in the old key’s place', says(first, second), [note(5, thief, second)], /the change of key is forged$/],
    ['whose checkpoint is of other entries', says(first, second), [signCheckpoint({ size: 5, root: rootAt(6) }, first, second).note], /there is no checkpoint/],
  ])('%s is refused', (_, payload, notes, reason) => {
    expect(readChange({ index: 4, payload }, notes, rootAt(5))).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test('whose old key was lost stands, and is not tied', () => {
    expect(lose(first, second, 5)).toMatchObject({ ok: true, value: { tied: false } });
  });

  test('of which any bit of its checkpoint is flipped is refused, or is not what it was', () => {
    const before = handOver(first, second, 5);
    const checkpoint = Buffer.from(note(5, first, second));
    fc.assert(
      fc.property(fc.nat(8 * checkpoint.length - 1), (bit) => {
        const flipped = Buffer.from(checkpoint);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(readChange({ index: 4, payload: says(first, second) }, [flipped.toString()], rootAt(5))).not.toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the keys of a log', () => {
  test('are the one that is trusted, where no entry changes it', () => {
    expect(chainKeys(first.verifier, [], false)).toEqual({ terms: [{ key: first.verifier, begin: 0, end: Infinity, tied: true }], check: null });
  });

  test('follow from one another, each with the sizes that it may sign', () => {
    expect(chain.terms.map(({ key, begin, end }) => [key.id, begin, end])).toEqual([
      [first.verifier.id, 0, 5],
      [second.verifier.id, 5, 9],
      [third.verifier.id, 9, Infinity],
    ]);
    expect(chain.check).toMatchObject({ ok: true, detail: expect.stringContaining('at 5 entries the key before handed over') });
  });

  test.each([first, second, third])('can be followed from any of them', ({ verifier }) => {
    expect(chainKeys(verifier, [handOver(first, second, 5), handOver(second, third, 9)], false).check).toMatchObject({ ok: true });
  });

  test.each<readonly [string, Signer, readonly Outcome<Change>[], RegExp]>([
    ['a key that is trusted and is none of them', thief, [handOver(first, second, 5)], /is none of this log’s/],
    ['a link that is missing', first, [handOver(first, second, 5), handOver(thief, third, 9)], /which was not the log’s then$/],
    ['a retired key that comes back', first, [handOver(first, second, 5), handOver(second, first, 9)], /which had been retired$/],
    ['a key that hands over to itself', first, [handOver(first, first, 5)], /which had been retired$/],
    ['a key that nobody signed for after the one that is trusted', first, [lose(first, second, 5)], /no key that you trust signed for/],
    ['a forged link', first, [handOver(first, second, 5), readChange({ index: 8, payload: says(second, thief) }, [note(9, thief)], rootAt(9))], /is forged$/],
  ])('do not hold over %s', (_, trusted, changes, reason) => {
    expect(detail(chainKeys(trusted.verifier, changes, false))).toMatch(reason);
  });

  test('where one was lost, hold for whoever trusts a later one, and for whoever trusts none; and it is said', () => {
    const changes = [lose(first, second, 5), handOver(second, third, 9)];
    expect(chainKeys(second.verifier, changes, false).check?.ok).toBe(true);
    const told = chainKeys(first.verifier, changes, true).check;
    expect(told).toMatchObject({ ok: true, detail: expect.stringContaining('did NOT sign for it: nothing but outside witnesses ties the two') });
  });
});

describe('a policy', () => {
  test('that names one of the keys names the log; one that names others alone does not', () => {
    expect(judgeNamedLogs([thief.verifier, first.verifier], chain.terms)).toMatchObject({ ok: true });
    expect(judgeNamedLogs([thief.verifier], chain.terms)).toMatchObject({ ok: false, detail: expect.stringContaining('names other logs than this one') });
    expect(judgeNamedLogs([], chain.terms)).toBeNull();
  });

  test('that names a key which was lost does not name the log that went on without its signature', () => {
    expect(judgeNamedLogs([first.verifier], chainKeys(second.verifier, [lose(first, second, 5)], false).terms)).toMatchObject({ ok: false });
  });
});

describe('a checkpoint', () => {
  test.each([
    [0, first],
    [5, first],
    [5, second],
    [9, second],
    [9, third],
    [1_000, third],
  ])('of %i entries is taken from the key of that time', (size, by) => {
    expect(openInTerm(note(size, by), chain.terms)).toMatchObject({ ok: true, value: { size } });
  });

  test.each([
    ['a retired key after it handed over', note(6, first), /^it is of 6 entries, signed by the key \w{8}, which was retired at 5: whoever signed it/],
    ['a new key before its time', note(4, second), /which was the log’s only from 5 on$/],
    ['a key that is none of them', note(3, thief), /not signed by example\.org\/log with a key that is known here/],
    ['another log', note(3, signer(1, 'other.example/log')), /^the checkpoint is of another log: other\.example\/log$/],
    ['a wrong signature', note(3, first).replace('\n3\n', '\n4\n'), /^the signature of example\.org\/log is wrong$/],
  ])('by %s is refused, and it is said why', (_, text, reason) => {
    expect(openInTerm(text, chain.terms)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test('of another reader, with lines of keys that nobody knows, is taken all the same', () => {
    expect(openInTerm(note(5, first, thief), chain.terms)).toMatchObject({ ok: true });
  });

  test('that is the last one must be signed by the key of today', () => {
    expect(openHead(note(9, second, third), chain.terms)).toMatchObject({ ok: true });
    expect(openHead(note(9, second), chain.terms)).toMatchObject({ ok: false });
  });
});
