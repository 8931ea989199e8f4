// What is shown is kept beside the log, in tables that no proof speaks of: a check holds them against the log.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { expect, it } from 'vitest';
import type { Casebook } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { story } from './story.test-data.ts';

const told = () =>
  story([
    {
      text: 'Amir Sadrpour was arrested in Holmvik in May 2019. He was released in June 2019.',
      claims: [
        { kind: 'arrest', words: 'Amir Sadrpour was arrested', roles: { target: ['Amir Sadrpour'] } },
        { kind: 'release', words: 'He was released', roles: { target: ['Amir Sadrpour'] } },
      ],
    },
  ]);

const viewsOf = async (casebook: Casebook) => (await checkCasebook(casebook, null)).checks.find(({ name }) => name === 'views');

/** What anybody can do who has the file. */
function alter(casebook: Casebook, statement: string): void {
  const db = new Sqlite(join(casebook.folder, 'record.db'));
  db.pragma('foreign_keys = OFF');
  db.exec(statement);
  db.close();
}

it('finds nothing where nobody but onrecord wrote, and leaves everything as it was', async () => {
  const { casebook, claims } = await told();
  const before = await casebook.store.reads.selectFrom('claim').selectAll().execute();
  expect(await viewsOf(casebook)).toEqual({ name: 'views', ok: true, detail: 'what is shown is what the log says' });
  expect(await casebook.store.reads.selectFrom('claim').selectAll().execute()).toEqual(before);
  expect(before).toHaveLength(claims.length);
});

it.each([
  ['a claim was made to be of another kind', `update moment set kind = 'award' where kind = 'arrest'`, 'claim'],
  [
    'claims were made to say something else',
    `drop view claim;
     create view claim as select id, document, start, end, kind, status, '{}' as content, 'e_aaaaaaaaaaaaaaaa' as review, orphan from standing`,
    'claim',
  ],
  ['a claim was taken away', `delete from moment where kind = 'release'`, 'claim'],
  ['the name of who decided was changed', `update person set name = 'Somebody Else'`, 'person'],
  ['a line of the custody was added', `insert into told select about, position + 1, step, 'returned to its owner' from told limit 1`, 'history'],
])('names what differs where %s, and a rebuild mends it', async (_, statement, view) => {
  const { casebook } = await told();
  alter(casebook, statement);
  const found = await viewsOf(casebook);
  expect(found?.ok).toBe(false);
  expect(found?.detail).toContain(`what is shown is not what the log says (`);
  expect(found?.detail).toMatch(new RegExp(`[( ]${view}[,)]`));
  await casebook.rebuild();
  expect((await viewsOf(casebook))?.ok).toBe(true);
});
