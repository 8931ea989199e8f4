// What may tell of the same happening is found by index, with why, and nothing of it is joined.
import { expect, it } from 'vitest';
import { joins } from './joins.ts';
import { judge } from './judge.ts';
import { story } from './story.test-data.ts';

const killed = (text: string, name: string, edtf: string, kind: 'killing' | 'execution' | 'torture' = 'killing') => ({
  text: `${text}\n`,
  claims: [{ kind, words: text, roles: { target: [name] }, time: { text: edtf, edtf } }],
});

it('of kin, of a time that can be the same, of a name alike; not of another time, kind or name, nor what people parted', async () => {
  const { casebook, claims } = await story([
    killed('Navid Golzari was shot on 3 May 2021', 'Navid Golzari', '2021-05-03'),
    killed('Golzari was executed in May 2021', 'Golzari', '2021-05', 'execution'),
    killed('Navid Golzari was killed in 2019', 'Navid Golzari', '2019'),
    killed('Navid Golzari was beaten on 3 May 2021', 'Navid Golzari', '2021-05-03', 'torture'),
    killed('Navid Golzaristan was shot on 3 May 2021', 'Navid Golzaristan', '2021-05-03'),
    killed('Navid Golzari of Tirgan was shot in spring 2021', 'Navid Golzari of Tirgan', '2021-21'),
  ]);
  const [own = '', execution = '', , , , spring = ''] = claims.map(({ id }) => id);
  const found = async () => (await joins(casebook, own)).map(({ claim, joined }) => [claim.id, joined]);
  expect(await found()).toEqual([
    [spring, false],
    [execution, false],
  ]);
  expect((await joins(casebook, own))[1]?.why).toContain('Golzari');
  await judge(casebook, [own, execution], 'same', null);
  expect(await found()).toEqual([
    [spring, false],
    [execution, true],
  ]);
  await judge(casebook, [own, spring], 'different', 'another shooting');
  expect(await found()).toEqual([[execution, true]]);
});
