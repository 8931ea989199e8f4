import { describe, expect, it } from 'vitest';
import { documentsPage, parsePageAsked } from './documents-page.ts';
import { documents } from './questions.ts';
import { story, type Told } from './story.test-data.ts';

const TOLD: readonly Told[] = ['The harbour at Holmvik burned.', 'The bridge of Norvale fell.', 'The harbour was built again.'].map((text) => ({
  text,
  claims: [],
}));

const page = async (query: Readonly<Record<string, string>>) => {
  const { casebook } = await story(TOLD);
  const all = await documents(casebook);
  const { documents: found, total } = await documentsPage(casebook, parsePageAsked(query));
  return { all, found, total };
};

describe('a page of the documents', () => {
  it('is all of them in the order in which they were added, as the list has them', async () => {
    const { all, found, total } = await page({});
    expect(found).toEqual(all);
    expect(total).toBe(3);
  });

  it('passes over as many as are asked for, and counts all', async () => {
    const { all, found, total } = await page({ skip: '1', most: '1' });
    expect(found).toEqual([all[1]]);
    expect(total).toBe(3);
  });

  it('has those alone whose title or file has words that begin so', async () => {
    const { all, found, total } = await page({ words: 'DOCU 2' });
    expect(found).toEqual([all[2]]);
    expect(total).toBe(1);
  });

  it('has the one whose id is given whole, and none whose id happens to begin so', async () => {
    const { casebook } = await story(TOLD);
    const [, id = ''] = (await documents(casebook)).map((each) => each.id);
    const asked = async (words: string) => (await documentsPage(casebook, parsePageAsked({ words }))).documents.map((each) => each.id);
    expect(await asked(` ${id} `)).toEqual([id]);
    expect(await asked(`${id} docu`)).toEqual([id]);
    expect(await asked(id.slice(2, 10))).toEqual([]);
  });

  it('has nothing of words that none has, and no less of no words', async () => {
    expect((await page({ words: 'lighthouse' })).total).toBe(0);
    expect((await page({ words: ' ,' })).total).toBe(3);
  });

  it('begins after a document, and has on a shelf what belongs there', async () => {
    const { casebook } = await story(TOLD);
    const all = await documents(casebook);
    const later = await documentsPage(casebook, parsePageAsked({ after: all[0]?.id ?? '', shelf: 'read' }));
    expect(later.documents).toEqual(all.slice(1));
    expect((await documentsPage(casebook, parsePageAsked({ shelf: 'waiting' }))).documents).toEqual(all.filter(({ counts }) => counts.suggested > 0));
    expect(await documentsPage(casebook, parsePageAsked({ shelf: 'unreadable' }))).toEqual({ documents: [], total: 0 });
  });
});
