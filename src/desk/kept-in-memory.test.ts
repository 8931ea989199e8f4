import { expect, test } from 'vitest';
import { Casebook, surroundings } from './casebook.ts';
import { documentsPage, parsePageAsked } from './documents-page.ts';
import { keptUntilWritten } from './kept-in-memory.ts';
import { summary } from './questions.ts';
import { decide } from './review.ts';
import { story } from './story.test-data.ts';

const ARREST = { text: 'Police arrested Homayun Rastegar in Holmvik.', claims: [] };

test('what is kept until something is written is made once, and anew after a commit of anybody', async () => {
  const { casebook } = await story([ARREST]);
  const other = await Casebook.open(casebook.folder, 'read', surroundings(null));
  try {
    let made = 0;
    const kept = keptUntilWritten(async () => ++made);
    expect([await kept(casebook), await kept(casebook)]).toEqual([1, 1]);
    expect([await kept(other), await kept(other)]).toEqual([2, 2]);
    expect(await summary(other)).toMatchObject({ documents: 1, suggestions: 1, recorded: 0 });
    const { documents } = await documentsPage(other, parsePageAsked({ shelf: 'waiting' }));
    expect(documents).toHaveLength(1);
    const [suggestion = ''] = await casebook.store.reads.selectFrom('suggestion').select('id').execute().then((rows) => rows.map(({ id }) => id)); // prettier-ignore
    await decide(casebook, 'accept', [suggestion], null);
    expect([await kept(casebook), await kept(other)]).toEqual([3, 4]);
    expect(await summary(other)).toMatchObject({ suggestions: 0, recorded: 1 });
    expect(await documentsPage(other, parsePageAsked({ shelf: 'waiting' }))).toMatchObject({ documents: [], total: 0 });
  } finally {
    await other.close();
  }
});
