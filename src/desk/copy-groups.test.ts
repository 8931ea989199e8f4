import { expect, onTestFinished, test } from 'vitest';
import { invented } from '../record/copies/copy-set.test-data.ts';
import { copyGroups } from './copy-groups.ts';
import { addTexts, emptyBook, type GivenText } from './texts.test-data.ts';

const REPORT = invented(1, 12);
const printed = (name: string, published: string | undefined, text = REPORT): GivenText => ({
  name,
  text,
  publisher: name,
  ...(published ? { published } : {}),
});

async function groupsOf(given: readonly GivenText[]) {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  await addTexts(casebook, given);
  return { casebook, whole: await copyGroups(casebook, 'whole', 0) };
}

test('reprints of one report are one group, in the order of their days, and the first is known where it was before all others', async () => {
  const { whole } = await groupsOf([
    printed('Second', '2021-07-09', `A new headline.\n\n${REPORT}`),
    printed('First', '2021-07-08'),
    printed('Third', '2021-07-10', `${REPORT}\n\nOne more sentence of its own.`),
    printed('Other', '2021-07-01', invented(2, 12)),
  ]);
  expect(whole.total).toBe(1);
  const [group] = whole.groups;
  expect(group?.documents.map(({ publisher }) => publisher)).toEqual(['First', 'Second', 'Third']);
  expect(group?.first).toBe(group?.documents[0]?.id);
  expect(group?.documents[1]?.like).toMatchObject({ id: group?.documents[0]?.id, share: 1 });
  expect(group?.more).toBe(0);
});

test('which was first is not known where one of them has no day', async () => {
  const { whole } = await groupsOf([printed('First', '2021-07-08'), printed('Undated', undefined, `A headline.\n\n${REPORT}`)]);
  expect(whole.groups.map(({ first, documents }) => [first, documents.length])).toEqual([[null, 2]]);
});

test('a report inside of a bulletin makes no one text of them; a casebook without copies has no groups', async () => {
  const bulletin = [invented(3, 12), REPORT, invented(4, 12)].join('\n\n');
  const { casebook, whole } = await groupsOf([printed('Report', '2021-07-08'), printed('Bulletin', '2021-07-09', bulletin)]);
  expect(whole).toMatchObject({ total: 0, groups: [], counts: { whole: 0, inside: 1, passages: 0 } });
  expect((await copyGroups(casebook, 'inside', 0)).groups.map(({ documents }) => documents.length)).toEqual([2]);
  expect((await copyGroups(casebook, 'inside', 1)).groups).toEqual([]);
});
