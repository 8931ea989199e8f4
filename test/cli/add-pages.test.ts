// Pages of the web among the words of `onrecord add`.
import { expect, it } from 'vitest';
import { startPages } from '../../src/exchange/capture/sites.test-data.ts';
import type { DocumentRow } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

it('says who will see that a page is asked for, tells of each what became of it, goes on with the others, and ends with 1 where one was not got', async () => {
  const folder = await folderWith({ 'a.txt': 'Nine people were held at the harbour of Norvale.\n' });
  await json(folder, 'init', 'book');
  const { origin } = await startPages({ '/news': '<title>At the gate</title><p>Their families waited at the gate each day.</p>' });
  const pages = ['file:///etc/passwd', `${origin}/none`, `${origin}/news`];
  const { status, out, err } = await onrecord(folder, 'add', 'a.txt', ...pages, '--casebook', 'book', '--allow-local', '--without-picture', '--proxy', 'none');
  expect(status).toBe(1);
  expect(err).toContain('The site will see this machine’s address');
  expect(err).toContain('2 in the casebook, 0 preserved but not read, 2 not captured: nothing is recorded of them.');
  expect(out.trim().split('\n')).toEqual([
    expect.stringMatching(/^d_\w+ {2}added/),
    expect.stringMatching(/^not captured: file: is no address of the web\. .* file:\/\/\/etc\/passwd$/),
    expect.stringMatching(/^not captured: .* answered 404: it has no such page\. .*\/none$/),
    expect.stringMatching(/^d_\w+ {2}added.* At the gate$/),
  ]);
  expect((await json<DocumentRow>(folder, 'documents', '--casebook', 'book')).map(({ title }) => title)).toEqual([null, 'At the gate']);
});
