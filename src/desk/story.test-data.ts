// Small casebooks for tests that tell a story: documents given as texts, and claims recorded in words of theirs, so that
// everything which a test looks at can be read in it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { recordClaim } from './claim-new.ts';

export type Told = {
  readonly text: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** ISO day on which it was added and its claims recorded; none: now. */
  readonly known?: string;
  /** Each by the words that say it; what is left out is empty, undated and asserted. */
  readonly claims: readonly (Partial<Omit<ClaimContent, 'quote'>> & Pick<ClaimContent, 'kind'> & { readonly words: string })[];
};

/** The casebook in which these documents were added, in order, and their claims recorded; `claims` as they stand, in the same order. */
export async function story(told: readonly Told[], by = 'Mina Farhadi'): Promise<{ readonly casebook: Casebook; readonly claims: readonly ClaimRow[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-story-'));
  const day = { now: told[0]?.known };
  const clock = (): Date => (day.now === undefined ? new Date() : new Date(`${day.now}T12:00:00Z`));
  const casebook = await Casebook.create(join(folder, 'book'), 'A story', { ...surroundings(by), clock });
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  const claims: ClaimRow[] = [];
  for (const [n, { text, published, publisher, url, known, claims: said }] of told.entries()) {
    day.now = known;
    const file = join(folder, `document-${n}.txt`);
    await writeFile(file, text);
    const stated = {
      ...(published === undefined ? {} : { published }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    };
    for await (const { id } of addFiles(casebook, [file], stated, new AbortController().signal)) {
      for (const { words, ...content } of said) claims.push(await recordClaim(casebook, id, contentIn(text, words, content)));
    }
  }
  return { casebook, claims };
}

function contentIn(text: string, words: string, content: Partial<Omit<ClaimContent, 'quote'>> & Pick<ClaimContent, 'kind'>): ClaimContent {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`the document does not say “${words}”`);
  const start = Array.from(text.slice(0, at)).length;
  return { roles: {}, time: null, modality: 'asserted', saidBy: [], ...content, quote: { exact: words, start, end: start + Array.from(words).length } };
}
