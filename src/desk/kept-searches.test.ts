import { expect, test } from 'vitest';
import { keepSearch, keptSearches } from './kept-searches.ts';
import { endRemark } from './remarks.ts';
import { story } from './story.test-data.ts';

test('a search is kept under a name with who kept it, once, and can be let go', async () => {
  const { casebook } = await story([{ text: 'One.', claims: [] }]);
  await keepSearch(casebook, 'Denials of 1987', 'executions NOT admitted');
  const [kept, ...others] = await keepSearch(casebook, ' Denials of 1987', 'executions NOT admitted ');
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ value: 'Denials of 1987', about: { label: 'executions NOT admitted' }, by: 'Mina Farhadi' });
  await expect(keepSearch(casebook, 'Broken', '(one')).rejects.toMatchObject({ code: 'bad-query' });
  await expect(keepSearch(casebook, '', 'one')).rejects.toMatchObject({ code: 'bad-usage' });
  await endRemark(casebook, kept?.entry ?? '', 'taken back', null);
  expect(await keptSearches(casebook)).toEqual([]);
});
