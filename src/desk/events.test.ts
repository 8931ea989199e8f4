// Claims are joined into one event by people; until then that they may be one is a proposal.
import { describe, expect, it } from 'vitest';
import { judge, undoJudgement } from './judge.ts';
import { event, events } from './events.ts';
import { story } from './story.test-data.ts';

const plot = (text: string, edtf: string) => ({
  text: `${text}\n`,
  claims: [{ kind: 'plot' as const, words: text, roles: { actor: ['Asadollah Moradkhani'] }, time: { text: edtf, edtf } }],
});

/** Told in June by one, on a day of June by another, in July by a third. */
const threeTellings = () =>
  story([
    plot('A plot of June 2017 to bomb the gathering at Lac-Blanc', '2017-06'),
    plot('Moradkhani planned the attack of 27 June 2017', '2017-06-27'),
    plot('The bomb was meant for a meeting in July 2017', '2017-07'),
  ]);

const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);

describe('an event', () => {
  it('is proposed of claims whose times can meet, and holds what people join, each attribute side by side', async () => {
    const { casebook, claims } = await threeTellings();
    const [june, day, july] = ids(claims);
    expect((await events(casebook, { status: 'recorded' })).map((each) => [ids(each.claims), each.joined])).toEqual([
      [[june, day], []],
      [[july], []],
    ]);
    await judge(casebook, [june ?? '', day ?? '', july ?? ''], 'same', 'all three tell of Lac-Blanc');
    const joined = await event(casebook, `ev_${july?.slice(2)}`);
    expect(ids(joined.claims)).toEqual([june, day, july]);
    expect(joined.joined).toHaveLength(3);
    expect(joined.judgements.map(({ grounds }) => grounds?.rule ?? null)).toEqual(['events@1', null]);
    const times = joined.attributes.find(({ name }) => name === 'time');
    expect(times?.values.map(({ value, agreement }) => `${value} ${agreement}`)).toEqual(['2017-06 agrees', '2017-06-27 refines', '2017-07 contradicts']);
  });

  it('falls apart when the judgement is taken back, and is not proposed again of what people parted', async () => {
    const { casebook, claims } = await threeTellings();
    const [june = '', day = ''] = ids(claims);
    const [made] = await judge(casebook, [june, day], 'same', null);
    await undoJudgement(casebook, made?.entry ?? '', null);
    await judge(casebook, [june, day], 'different', 'two meetings');
    expect((await events(casebook, { status: 'recorded' })).map(({ claims: of }) => of.length)).toEqual([1, 1, 1]);
  });

  it('is not made of names and claims together, nor of what tells of no happening', async () => {
    const { casebook, claims } = await story([
      plot('A plot of June 2017', '2017-06'),
      { text: 'The ministry denied any plot.\n', claims: [{ kind: 'plot', words: 'denied any plot', modality: 'denied' }] },
    ]);
    const [told = '', denied = ''] = ids(claims);
    await expect(judge(casebook, [told, denied], 'same', null)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(judge(casebook, [told, 'n_aaaaaaaaaaaaaaaa'], 'same', null)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(judge(casebook, [told, told], 'same', null)).rejects.toMatchObject({ code: 'bad-usage' });
  });
});
