// A dossier has all that the record has of one, in order, and what speaks against each line beside it; a network who stands with whom.
import { describe, expect, it } from 'vitest';
import { dossier } from './dossier.ts';
import { entities } from './entities.ts';
import { judge } from './judge.ts';
import { network } from './network.ts';
import { note } from './remarks.ts';
import { story, type Told } from './story.test-data.ts';

const SENTENCE: Told = {
  text: 'On 6 February 2020 a court sentenced Asadollah Moradkhani to 20 years.\n',
  published: '2020-02-07',
  publisher: 'Continental News Agency',
  claims: [
    {
      kind: 'sentence',
      words: 'a court sentenced Asadollah Moradkhani to 20 years',
      roles: { actor: ['Assize Court of Port-Sauveur'], target: ['Asadollah Moradkhani'], outcome: ['20 years'] },
      time: { text: 'On 6 February 2020', edtf: '2020-02-06' },
    },
  ],
};
const PLOT: Told = {
  text: 'Asadollah Moradkhani led the plot of 2017 against the gathering of the People’s Dawn Movement. He is a member of the Guard Corps.\n',
  published: '2022-06',
  claims: [
    {
      kind: 'plot',
      words: 'Asadollah Moradkhani led the plot of 2017',
      roles: { actor: ['Asadollah Moradkhani'], target: ['People’s Dawn Movement'] },
      time: { text: '2017', edtf: '2017' },
      modality: 'alleged',
    },
    { kind: 'membership', words: 'He is a member of the Guard Corps', roles: { actor: ['Asadollah Moradkhani'], organization: ['Guard Corps'] } },
  ],
};
const DENIAL: Told = {
  text: 'There was no plot by Asadollah Moradkhani, Mahin Taban said. Shahrokh Pournazer commands the Guard Corps.\n',
  published: '2023',
  claims: [
    {
      kind: 'plot',
      words: 'There was no plot by Asadollah Moradkhani',
      roles: { actor: ['Asadollah Moradkhani'] },
      modality: 'denied',
      saidBy: ['Mahin Taban'],
    },
    { kind: 'command', words: 'Shahrokh Pournazer commands the Guard Corps', roles: { actor: ['Shahrokh Pournazer'], organization: ['Guard Corps'] } },
  ],
};

/** The three reports; Moradkhani and the Guard Corps of each judged to be one. */
async function judgedOne() {
  const { casebook, claims } = await story([SENTENCE, PLOT, DENIAL]);
  const idsOf = async (name: string): Promise<readonly string[]> => (await entities(casebook)).filter(({ label }) => label === name).map(({ id }) => id);
  for (const name of ['Asadollah Moradkhani', 'Guard Corps']) await judge(casebook, await idsOf(name), 'same', 'as the reports tell of them');
  return { casebook, claims };
}

describe('a dossier', () => {
  it('tells in order what claims tell of one, each with its source, and what speaks against it beside it', async () => {
    const { casebook, claims } = await judgedOne();
    const [sentence, plot, membership, denied] = claims.map(({ id }) => id);
    const [id = ''] = (await entities(casebook, 'Asadollah Moradkhani')).map((each) => each.id);
    await note(casebook, [id], 'his lawyer was asked');
    const found = await dossier(casebook, 'Asadollah Moradkhani', {});
    expect(found.dated.map(({ claim, source, as }) => [claim.id, source, as])).toEqual([
      [plot, 1, ['actor']],
      [sentence, 3, ['target']],
    ]);
    expect(found.dated[0]?.against.map(({ claim, source }) => [claim.id, source])).toEqual([[denied, 2]]);
    expect(found.undated.map(({ claim }) => claim.id)).toEqual([membership, denied]);
    expect(found.proceedings.map(({ accused, label }) => `${accused}: ${label}`)).toEqual(['Asadollah Moradkhani: sentenced']);
    expect(found.sources.map(({ number, document }) => [number, document])).toEqual([
      [1, claims[1]?.document],
      [2, claims[3]?.document],
      [3, claims[0]?.document],
    ]);
    expect(found.remarks.map(({ value, by }) => `${value}, ${by}`)).toEqual(['his lawyer was asked, Mina Farhadi']);
  });

  it('under the clocks has what was said by then, and what can have happened then, with what speaks against that', async () => {
    const { casebook, claims } = await judgedOne();
    const ids = async (filter: Parameters<typeof dossier>[2]) => {
      const { dated, undated } = await dossier(casebook, 'Asadollah Moradkhani', filter);
      return [...dated, ...undated].map(({ claim }) => claim.id);
    };
    const [sentence, plot, membership, denied] = claims.map(({ id }) => id);
    expect(await ids({ saidBy: '2021' })).toEqual([sentence]);
    expect(await ids({ at: '2017' })).toEqual([plot]);
    expect((await dossier(casebook, 'Asadollah Moradkhani', { at: '2017' })).dated[0]?.against).toHaveLength(1);
    expect(await ids({ knownBy: '2999' })).toEqual([plot, sentence, membership, denied]);
    await expect(ids({ knownBy: '1999', at: '2017' })).resolves.toEqual([]);
  });

  it('of what somebody only says, keeps it apart; and of a name that several bear, asks which', async () => {
    const { casebook, claims } = await story([DENIAL, { ...DENIAL, text: `Again. ${DENIAL.text}` }]);
    const [speaker] = (await entities(casebook)).filter(({ label }) => label === 'Mahin Taban');
    const found = await dossier(casebook, speaker?.id ?? '', {});
    expect([found.dated.length, found.undated.length, found.said.length]).toEqual([0, 0, 1]);
    expect(claims.map(({ id }) => id)).toContain(found.said[0]?.claim.id);
    await expect(dossier(casebook, 'Mahin Taban', {})).rejects.toMatchObject({ code: 'conflict' });
    await expect(dossier(casebook, 'Nobody at All', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of an event has every claim of it', async () => {
    const { casebook, claims } = await story([PLOT]);
    const found = await dossier(casebook, `ev_${claims[0]?.id.slice(2)}`, {});
    expect([found.sort, found.dated.map(({ claim }) => claim.id)]).toEqual(['event', [claims[0]?.id]]);
  });
});

describe('a network', () => {
  it('has an edge for each way in which claims name two together, with its claims and of when they are', async () => {
    const { casebook, claims } = await judgedOne();
    const { nodes, edges } = await network(casebook, { of: null, to: null, depth: null }, {});
    const labelOf = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
    const drawn = edges.map(({ from, to, tie, stances }) => `${labelOf(from)} – ${labelOf(to)}: ${tie} ${stances.join()}`);
    expect(drawn.toSorted()).toEqual([
      'Asadollah Moradkhani – Guard Corps: membership asserted',
      'Asadollah Moradkhani – People’s Dawn Movement: harm alleged',
      'Assize Court of Port-Sauveur – Asadollah Moradkhani: proceeding asserted',
      'Shahrokh Pournazer – Guard Corps: command asserted',
    ]);
    const court = edges.find(({ tie }) => tie === 'proceeding');
    expect([court?.claims, court?.clock.happened, court?.clock.said]).toEqual([[claims[0]?.id], ['2020-02-06', '2020-02-06'], ['2020-02-07']]);
  });

  it('finds the shortest way between two, and none where the claims were not yet said', async () => {
    const { casebook } = await judgedOne();
    const asked = { of: 'Shahrokh Pournazer', to: 'Assize Court of Port-Sauveur', depth: null };
    const { path, nodes, edges } = await network(casebook, asked, {});
    expect(path?.map((id) => nodes.find((node) => node.id === id)?.label)).toEqual([
      'Shahrokh Pournazer', 'Guard Corps', 'Asadollah Moradkhani', 'Assize Court of Port-Sauveur',
    ]); // prettier-ignore
    expect(edges).toHaveLength(3);
    expect((await network(casebook, asked, { saidBy: '2022' })).path).toBeNull();
  });
});
