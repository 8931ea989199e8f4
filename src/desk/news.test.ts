import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { addFiles } from './add.ts';
import type { Casebook } from './casebook.ts';
import { claims, news } from './questions.ts';
import { decide, undo } from './review.ts';
import { story } from './story.test-data.ts';

const BEFORE_ALL = '2000-01-01T00:00:00.000Z';
const ARREST = { text: 'Police arrested Homayun Rastegar in Holmvik.\n\nPolice arrested Laleh Danesh in Holmvik.', claims: [] };

async function add(casebook: Casebook, name: string, text: string): Promise<void> {
  const path = join(dirname(casebook.folder), name);
  await writeFile(path, text);
  await Array.fromAsync(addFiles(casebook, [path], {}, new AbortController().signal));
}

it('news are what came, what waits in it and what was decided since; a decision that was taken back is none', async () => {
  const { casebook } = await story([ARREST]);
  await add(casebook, 'broken.pdf', '%PDF-1.7 no such thing');
  const [first, second, ...rest] = (await claims(casebook, { status: 'suggested' })).map(({ id }) => id);
  await decide(casebook, 'accept', [first ?? ''], null);
  await decide(casebook, 'reject', [second ?? ''], 'not what the words say');
  const suggestions = rest.length;
  expect(await news(casebook, BEFORE_ALL)).toEqual({
    documents: 1,
    newest: ['broken.pdf', 'document-0.txt'].map((name) => expect.objectContaining({ name })),
    unreadable: 1,
    suggestions,
    recorded: 1,
    rejected: 1,
    withdrawn: 0,
    by: ['Mina Farhadi'],
  });
  await undo(casebook, [first ?? ''], null);
  expect(await news(casebook, BEFORE_ALL)).toMatchObject({ suggestions: suggestions + 1, recorded: 0, rejected: 1 });
  const now = casebook.now.toISOString();
  expect(await news(casebook, now)).toEqual({ documents: 0, newest: [], unreadable: 0, suggestions: 0, recorded: 0, rejected: 0, withdrawn: 0, by: [] });
});
