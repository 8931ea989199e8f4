// Repetition is not corroboration: what rests on one source counts once, and the count says why.
import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import { event } from './events.ts';
import { story } from './story.test-data.ts';

const REPORT = 'Political prisoners were executed at Sangtarash in 1987, Ledger for Justice said.';
const executed = (text: string, publisher: string, saidBy: readonly string[]) => ({
  text: `${text}\n`,
  publisher,
  claims: [
    {
      kind: 'execution' as const,
      words: text,
      roles: { target: ['political prisoners'], place: ['Sangtarash'] },
      time: { text: '1987', edtf: '1987' },
      saidBy,
    },
  ],
});

it('four documents, two origins: three relay one source, and people say whether the fourth is independent of it', async () => {
  const { casebook, claims } = await story([
    executed(REPORT, 'The Norvale Herald', ['Ledger for Justice']),
    executed(`${REPORT} More is to follow.`, 'Holmvik Posten', ['Ledger for Justice']),
    executed(`According to the agency, ${REPORT}`, 'Le Courrier du Port', ['Continental News Agency', 'Ledger for Justice']),
    executed('Prisoners died at Sangtarash in 1987, a former guard told us.', 'Sepid Radio', ['a former guard']),
  ]);
  const id = `ev_${claims[0]?.id.slice(2)}`;
  const before = await event(casebook, id);
  expect([before.origins.documents, before.origins.origins.map(({ claims: of }) => of.length), before.origins.independence]).toEqual([4, [3, 1], 'not known']);
  expect(before.origins.origins[0]?.why[0]).toContain('both rest on Ledger for Justice');

  const [first = '', , , guard = ''] = claims.map(({ document }) => document);
  await judge(casebook, [first, guard], 'different', 'the guard was heard by the radio itself');
  expect((await event(casebook, id)).origins.independence).toBe('known');
  await expect(judge(casebook, [first, 'd_aaaaaaaaaaaaaaaa'], 'same', null)).rejects.toMatchObject({ code: 'not-found' });
});
