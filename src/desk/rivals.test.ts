// Who somebody may be: across scripts, by what claims tell besides the names, and never joined by it.
import { describe, expect, it } from 'vitest';
import { claimNames } from './claim-names.ts';
import { entities, entity, pairs } from './entities.ts';
import { judge } from './judge.ts';
import { toldApart } from './told-apart.ts';
import { story, type Told } from './story.test-data.ts';

const ENGLISH: Told = {
  text: 'Mansour Raufian was arrested in Holmvik.\n',
  claims: [{ kind: 'arrest', words: 'Mansour Raufian was arrested', roles: { target: ['Mansour Raufian'] } }],
};
const PERSIAN: Told = {
  text: 'منصور رئوفیان بازداشت شد.\n',
  claims: [{ kind: 'arrest', words: 'منصور رئوفیان بازداشت شد', roles: { target: ['منصور رئوفیان'] } }],
};
const DEAD: Told = {
  text: 'Mansour Raufian died in 1989.\n',
  claims: [
    {
      kind: 'death',
      words: 'Mansour Raufian died in 1989',
      roles: { target: ['Mansour Raufian'] },
      time: { text: 'in 1989', edtf: '1989' },
    },
  ],
};
const GOVERNOR: Told = {
  text: 'Mansour Raufian was governor in 2004.\n',
  claims: [
    {
      kind: 'position',
      words: 'Mansour Raufian was governor in 2004',
      roles: { actor: ['Mansour Raufian'], title: ['governor'] },
      time: { text: 'in 2004', edtf: '2004' },
    },
  ],
};

describe('a name', () => {
  it('is found in another script, and one that is recorded later is found too', async () => {
    const { casebook, claims } = await story([PERSIAN]);
    expect((await entities(casebook, 'Raufian')).map(({ label }) => label)).toEqual(['منصور رئوفیان']);
    expect(await entities(casebook, 'Kiani')).toEqual([]);
    const [claim] = claims;
    expect((await claimNames(casebook, claim?.id ?? '')).map(({ words, rivals }) => [words, rivals.length])).toEqual([['منصور رئوفیان', 0]]);
  });

  it('in a claim comes with the entity that it is and others that it may be', async () => {
    const { casebook, claims } = await story([PERSIAN, ENGLISH]);
    const [named] = await claimNames(casebook, claims[1]?.id ?? '');
    expect(named).toMatchObject({ part: 'target', words: 'Mansour Raufian', entity: { label: 'Mansour Raufian' } });
    expect(named?.rivals.map(({ right }) => right.label)).toEqual(['منصور رئوفیان']);
    expect((await entities(casebook)).map(({ documents }) => documents)).toEqual([1, 1]);
  });

  it('is not proposed as that of somebody whom claims rule out, who is still shown beside it with the reason', async () => {
    const { casebook } = await story([DEAD, GOVERNOR]);
    expect((await pairs(casebook, 100, null)).pairs).toEqual([]);
    const [dead] = await entities(casebook, 'Raufian');
    const { rivals } = await entity(casebook, dead?.id ?? '');
    expect(rivals[0]?.compared?.vetoes[0]).toContain('1989');
  });

  it('that is judged to be another’s stays in sight at the head of both', async () => {
    const { casebook } = await story([DEAD, GOVERNOR]);
    const [one, two] = await entities(casebook, 'Raufian');
    await judge(casebook, [one?.id ?? '', two?.id ?? ''], 'different', 'died in 1989');
    expect((await entity(casebook, one?.id ?? '')).apart.map(({ id }) => id)).toEqual([two?.id]);
    expect((await entity(casebook, two?.id ?? '')).rivals).toEqual([]);
  });

  it('that another bears too is told from it by what claims say of each, and alone it needs nothing', async () => {
    const { casebook } = await story([DEAD, GOVERNOR, { ...PERSIAN }]);
    const told = await toldApart(casebook, await entities(casebook, 'Raufian'));
    expect(told.map(({ label, told: words }) => [label, words.map(({ what, words: said }) => `${what} ${said}`)])).toEqual(
      expect.arrayContaining([
        ['Mansour Raufian', ['died 1989', 'document document-0.txt']],
        ['Mansour Raufian', ['post governor (2004)', 'document document-1.txt']],
        ['منصور رئوفیان', []],
      ]),
    );
  });

  it('that is part of another in its own document is proposed together with it, and both of them before anybody else', async () => {
    const { casebook, claims } = await story([
      { text: 'صدرپور آزاد شد.\n', claims: [{ kind: 'release', words: 'صدرپور آزاد شد', roles: { target: ['صدرپور'] } }] },
      {
        text: 'امیر صدرپور بازداشت شد. آقای صدرپور شکنجه شد.\n',
        claims: [
          { kind: 'arrest', words: 'امیر صدرپور بازداشت شد', roles: { target: ['امیر صدرپور'] } },
          { kind: 'torture', words: 'آقای صدرپور شکنجه شد', roles: { target: ['آقای صدرپور'] } },
        ],
      },
    ]);
    const [named] = await claimNames(casebook, claims[2]?.id ?? '');
    expect(named?.together.map(({ label }) => label)).toEqual(['امیر صدرپور']);
    expect(named?.rivals.map(({ right }) => right.label)).toEqual(['صدرپور']);
    const own = await entity(casebook, named?.entity.id ?? '');
    expect(own.rivals.map(({ right }) => right.label)).toEqual(['امیر صدرپور', 'صدرپور']);
  });
});
