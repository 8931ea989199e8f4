import { describe, expect, test } from 'vitest';
import { meetsQuorum, parsePolicy, type Policy } from './policy.ts';
import { ed25519Signer } from './signature.ts';
import { VECTORS } from './vectors.test-data.ts';

const key = (n: number): string => ed25519Signer(`w${n}.example`, new Uint8Array(32).fill(n), 'cosignature').vkey;

const TEXT = `# whom we trust
log ${VECTORS.vkey} https://log.example/

witness first ${key(1)} https://w1.example/
witness second ${key(2)}
witness third ${key(3)}   # a university
group archives 2 first second third
group either any archives third
quorum archives
`;

const policyOf = (text: string): Policy => {
  const parsed = parsePolicy(text);
  return parsed.ok ? parsed.value : expect.fail(parsed.reason);
};

describe('a trust policy', () => {
  test('names logs, witnesses and groups', () => {
    const policy = policyOf(TEXT);
    expect(policy.logs.map(({ verifier, url }) => [verifier.name, url])).toEqual([['example.org/record-log/test', 'https://log.example/']]);
    expect([...policy.witnesses.values()].map(({ name, verifier, url }) => [name, verifier.name, url])).toEqual([
      ['first', 'w1.example', 'https://w1.example/'],
      ['second', 'w2.example', null],
      ['third', 'w3.example', null],
    ]);
    expect(policy.groups.get('archives')).toEqual({ name: 'archives', least: 2, of: ['first', 'second', 'third'] });
  });

  test.each([
    [['first'], 'archives', false],
    [['first', 'third'], 'archives', true],
    [['third'], 'either', true],
    [['first', 'second'], 'either', true],
    [['first'], 'either', false],
    [['first'], 'first', true],
    [[], 'none', true],
  ])('with %j vouching and the quorum %s is met: %s', (vouching, quorum, met) => {
    expect(meetsQuorum(policyOf(TEXT.replace('quorum archives', `quorum ${quorum}`)), new Set(vouching))).toBe(met);
  });

  test.each([
    ['witness third', `witness third ${key(3)}\nwitness third ${key(2)}\nquorum none`, 'line 2 of the policy: the name third is taken'],
    ['an unknown member', 'group g all nobody\nquorum g', 'line 1 of the policy: nobody above is called nobody'],
    ['no quorum', `witness a ${key(1)}`, 'the policy has no quorum line'],
    ['two quorums', 'quorum none\nquorum none', 'line 2 of the policy: a policy has one quorum line, with one name'],
    ['a log key for a witness', `witness a ${VECTORS.vkey}\nquorum a`, 'line 1 of the policy: a witness has a name, a cosignature key, and a URL or none'],
    ['more than there are', `witness a ${key(1)}\ngroup g 2 a\nquorum g`, 'line 2 of the policy: "2" is not any, all or a number up to 1'],
    ['an unknown word', 'trust everybody', 'line 1 of the policy: "trust" is not log, witness, group or quorum'],
  ])('with %s is refused in words', (_, text, reason) => {
    expect(parsePolicy(text)).toEqual({ ok: false, reason });
  });
});
