// What a claim that was accepted proposes of its names: one proposal a party, with all the names that the document uses of it.
import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import type { Casebook } from './casebook.ts';
import { claimNames } from './claim-names.ts';
import { entities } from './entities.ts';
import { judge } from './judge.ts';
import { story, type Told } from './story.test-data.ts';

const arrested = (name: string, sentence: string): Told['claims'][number] => ({ kind: 'arrest', words: sentence, roles: { target: [name] } });
const REPORT: Told = {
  text: 'Amir Sadrpour was arrested. Sadrpour was released. Amir Sadr-Pour is ill.\n',
  claims: [
    arrested('Amir Sadrpour', 'Amir Sadrpour was arrested'),
    { kind: 'release', words: 'Sadrpour was released', roles: { target: ['Sadrpour'] } },
    { kind: 'statement', words: 'Amir Sadr-Pour is ill', roles: { actor: ['Amir Sadr-Pour'] } },
  ],
};
const PERSIAN: Told = { text: 'امیر صدرپور بازداشت شد.\n', claims: [arrested('امیر صدرپور', 'امیر صدرپور بازداشت شد')] };
const SISTER: Told = {
  text: 'Amir Sadrpour and Nasrin Sadrpour were seen. Sadrpour was arrested.\n',
  claims: [
    { kind: 'statement', words: 'Amir Sadrpour and Nasrin Sadrpour were seen', roles: { actor: ['Amir Sadrpour', 'Nasrin Sadrpour'] } },
    arrested('Sadrpour', 'Sadrpour was arrested'),
  ],
};

const named = async (casebook: Casebook, claim: ClaimRow | undefined) =>
  (await claimNames(casebook, claim?.id ?? '')).map(({ words, together, rivals }) => ({
    words,
    together: together.map(({ label }) => label),
    rivals: rivals.map(({ right }) => right.label),
  }));

describe('a claim that was accepted', () => {
  it('proposes of all names that its document uses of one party together whom they may be', async () => {
    const { casebook, claims } = await story([REPORT, PERSIAN]);
    expect(await named(casebook, claims[1])).toEqual([{ words: 'Sadrpour', together: ['Amir Sadr-Pour', 'Amir Sadrpour'], rivals: ['امیر صدرپور'] }]);
    expect((await entities(casebook)).map(({ documents }) => documents)).toEqual([1, 1, 1, 1]);
  });

  it('leaves a name apart that two of the document bear: both are its rivals', async () => {
    const { casebook, claims } = await story([SISTER]);
    const [only] = await named(casebook, claims[1]);
    expect(only).toMatchObject({ words: 'Sadrpour', together: [] });
    expect(only?.rivals.toSorted()).toEqual(['Amir Sadrpour', 'Nasrin Sadrpour']);
  });

  it('proposes nothing of what people judged: the same is one already, and who is different from one of them is no rival of the others', async () => {
    const { casebook, claims } = await story([REPORT, PERSIAN]);
    const [own] = await claimNames(casebook, claims[0]?.id ?? '');
    const [persian] = await claimNames(casebook, claims[3]?.id ?? '');
    await judge(casebook, [own?.name ?? '', persian?.name ?? ''], 'different', 'another year of birth');
    expect((await named(casebook, claims[1]))[0]?.rivals).toEqual([]);
    await judge(casebook, [own?.name ?? '', ...(own?.together ?? []).map(({ id }) => id)], 'same', null);
    expect(await named(casebook, claims[1])).toEqual([{ words: 'Sadrpour', together: [], rivals: [] }]);
  });
});
