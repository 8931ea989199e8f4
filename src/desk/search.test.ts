// One box: passages, claims and names, in whatever letter forms they are asked for.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { erase } from './erase.ts';
import { search } from './search.ts';
import { story } from './story.test-data.ts';

const EXECUTED = 'Political prisoners were executed at Sangtarash in 1987';
const threeDocuments = () =>
  story([
    {
      text: `Report.\n\n${EXECUTED}, Ledger for Justice said.\n\nNothing else.\n`,
      publisher: 'The Norvale Herald',
      published: '2019-08-01',
      claims: [{ kind: 'execution', words: EXECUTED, roles: { target: ['Political prisoners'], place: ['Sangtarash'] }, saidBy: ['Ledger for Justice'] }],
    },
    { text: 'زندانيان سياسي در زندان سنگ‌تراش اعدام شدند.\n', publisher: 'Sepid Radio', claims: [] },
    { text: 'The prisoners of Holmvik were released; none was executed.\n', published: '2023', claims: [] },
  ]);

it('finds passages by words, phrases and operators, the place of each and of the words in it', async () => {
  const { casebook } = await threeDocuments();
  const texts = async (query: string): Promise<readonly string[]> => (await search(casebook, query)).passages.map(({ text }) => text.trim().slice(0, 20));
  expect(await texts('executed')).toHaveLength(2);
  expect(await texts('executed NOT holmvik')).toEqual(['Political prisoners ']);
  expect(await texts('"prisoners were executed"')).toEqual(['Political prisoners ']);
  expect(await texts('release* OR sangtarash')).toHaveLength(2);
  // Arabic letter forms in the text, Persian ones in the question, joined and apart.
  expect(await texts('زندانیان سنگ تراش')).toEqual(['زندانيان سياسي در زن']);
  expect(await texts('executed publisher:herald')).toEqual(['Political prisoners ']);
  expect(await texts('executed date:2023')).toEqual(['The prisoners of Hol']);
  const [found] = (await search(casebook, 'sangtarash')).passages;
  expect(found?.start).toBe('Report.\n\n'.length);
  expect(found?.marks.map(({ start, end }) => found.text.slice(start - found.start, end - found.start))).toEqual(['Sangtarash']);
});

it('finds claims by their speaker and kind, and names', async () => {
  const { casebook, claims } = await threeDocuments();
  const found = await search(casebook, 'kind:execution speaker:"Ledger for Justice"');
  expect(found.claims.filter(({ status }) => status === 'recorded').map(({ id }) => id)).toEqual([claims[0]?.id]);
  expect(found.passages).toEqual([]);
  expect((await search(casebook, 'Sangtarash')).entities.map(({ label }) => label)).toEqual(['Sangtarash']);
});

it('finds a name in another script and spelling where that is asked for, in passages and claims', async () => {
  const { casebook, claims } = await story([
    {
      text: 'Kamran Sohrabzadeh was arrested.\n',
      claims: [{ kind: 'arrest', words: 'Kamran Sohrabzadeh was arrested', roles: { target: ['Kamran Sohrabzadeh'] } }],
    },
    { text: 'کامران سهراب‌زاده بازداشت شد.\n', claims: [{ kind: 'arrest', words: 'کامران سهراب‌زاده بازداشت شد', roles: { target: ['کامران سهراب‌زاده'] } }] },
  ]);
  const found = async (query: string, across: boolean) => {
    const { passages, claims: of } = await search(casebook, query, {}, { across });
    return [passages.length, of.filter(({ status }) => status === 'recorded').map(({ id }) => id)];
  };
  const [latin, persian] = claims.map(({ id }) => id);
  expect(await found('"Kamran Sohrabzadeh"', false)).toEqual([1, [latin]]);
  expect(await found('"Kamran Sohrabzadeh"', true)).toEqual([2, [latin, persian]]);
  expect(await found('"کامران سهراب‌زاده" reviewed:yes', true)).toEqual([0, [latin, persian]]);
  expect(await found('arrested NOT "کامران سهراب‌زاده"', true)).toEqual([0, []]);
});

it('leaves nothing of an erased document to be found, in no file', async () => {
  const { casebook, claims } = await threeDocuments();
  await erase(casebook, claims[0]?.document ?? '', 'court order 12/2026');
  expect(await search(casebook, 'sangtarash')).toMatchObject({ passages: [], passageTotal: 0, claims: [], entities: [] });
  const files = (await readdir(casebook.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const bytes = (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
  expect(['sangtarash', 'Sangtarash', 'ledger'].filter((word) => bytes.includes(word))).toEqual([]);
});
