// Casebooks of many short texts, made through the log as others are, but for the reading of files.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act } from '../model/act.ts';
import { STATED, type MetadataField } from '../model/document.ts';
import { UNSAID } from '../model/unsaid.test-data.ts';
import { keepCopies } from '../views/copies.ts';
import { Casebook, surroundings } from './casebook.ts';
import { printedTexts } from './copy-texts.ts';

export type GivenText = { readonly name: string; readonly text: string } & Partial<Pick<Record<MetadataField, string>, 'publisher' | 'published' | 'url'>> & {
    /** What is known of it is a person's word. */
    readonly isStated?: boolean;
  };

/** A casebook that holds nothing, in a folder of its own that `drop` takes away. */
export async function emptyBook(): Promise<{ readonly casebook: Casebook; readonly drop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-texts-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'Texts', surroundings('Mina Farhadi'));
  const drop = async (): Promise<void> => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { casebook, drop };
}

/** Adds texts in one transaction; gives the ids of their documents, in order, and how long the looking for copies took, in milliseconds. */
export async function addTexts(casebook: Casebook, given: readonly GivenText[]): Promise<{ readonly ids: readonly string[]; readonly milliseconds: number }> {
  const acts: Act[] = [];
  const ids: string[] = [];
  for (const each of given) {
    const id = casebook.newId('d_');
    ids.push(id);
    acts.push(...(await actsOf(casebook, id, each)));
  }
  let milliseconds = 0;
  await casebook.record(acts, async () => {
    const from = performance.now();
    for (const id of ids) await keepCopies(casebook.store.views, id, printedTexts(casebook));
    milliseconds = performance.now() - from;
  });
  return { ids, milliseconds };
}

async function actsOf(casebook: Casebook, document: string, { name, text, publisher, published, url, isStated }: GivenText): Promise<readonly Act[]> {
  const { vault } = casebook.store;
  const original = casebook.newId('o_');
  const { sha256, size } = await vault.keepOriginalBytes([Buffer.from(`${original} ${text}`)]);
  const metadata = Object.fromEntries(
    Object.entries({ publisher, published, url }).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, [{ value, from: isStated ? STATED : 'made up' }]]],
    ),
  );
  return [
    {
      kind: 'original.preserved',
      payload: { original, sha256, size, mediaType: 'text/plain', collection: { ...UNSAID, name }, tool: 'test' },
    },
    {
      kind: 'document.read',
      payload: {
        document,
        original,
        text: await vault.keepText(text),
        length: Array.from(text).length,
        reader: 'text@1',
        pages: [],
        warnings: [],
        utterances: null,
        metadata,
      },
    },
  ];
}
