// What an erasure has to destroy. A mail or an archive holds the very bytes of the files inside of it, so a file does not
// go while its container stays; what a container holds lies in the casebook a second time, and stays unless it is to go too.
import { Fault } from '../base/fault.ts';
import { textsOf } from '../model/act.ts';
import { caredNamesIn } from '../views/read-cared-names.ts';
import { readTerms } from '../views/read-terms.ts';
import type { Shelf } from '../store/kept-file.ts';
import { planListErasure, requireNoList } from './list-erasure.ts';
import type { Casebook } from './casebook.ts';

/** What the person said of what hangs together with what they named; null where they did not say. */
export type Said = { readonly container: boolean; readonly parts: 'erase' | 'keep' | null };

/** An original that an erasure is about, for the person to recognize. `id` is its document's, where it has one. */
export type Named = { readonly id: string; readonly name: string };

export type Plan = {
  /** Ids that the erasure takes out of the record; what rests on another comes before it. */
  readonly about: readonly string[];
  /** Names of its documents of which people said how they may be used. That goes too, and is not named: an id of a name is a digest of it. */
  readonly names: readonly string[];
  readonly files: readonly { readonly shelf: Shelf; readonly sha256: string }[];
  /** Originals that go: what was named, and what goes with it. */
  readonly goes: readonly Named[];
  /** What was inside of what goes, or made of it, and stays as documents of their own. */
  readonly stays: readonly Named[];
  /** Documents that stay, and whose text is the same, letter by letter. */
  readonly sameText: readonly Named[];
};

/**
 * Throws a Fault 'not-found' for an id that is nothing's; 'conflict' where more would have to go than the person said, or
 * where they did not say whether the parts go: it names them, and what to say.
 */
export async function planErasure(casebook: Casebook, id: string, said: Said): Promise<Plan> {
  if (/^[psc]_/.test(id) || (await isRemark(casebook, id))) return { about: [id], names: [], files: [], goes: [], stays: [], sameText: [] };
  if (id.startsWith('l_')) return planListErasure(casebook, id);
  const held = await heldOriginals(casebook);
  const named = held.find((each) => each.original === id || each.document === id);
  if (!named) throw new Fault('not-found', `there is no document or original ${id}`, 'List them with `onrecord documents`.');
  const nameOf = (original: string): Named => name(held.find((each) => each.original === original) ?? { original, document: null, name: original });
  const { goes, stays } = await together(casebook, named.original, said, nameOf);
  const doomed = held.filter(({ original }) => goes.has(original));
  const kept = held.filter(({ original }) => !goes.has(original));
  await requireNoList(
    casebook,
    doomed.map(({ sha256 }) => sha256),
  );
  const doomedTexts = new Set(doomed.flatMap(({ texts }) => texts));
  const sameText = kept.filter(({ texts }) => texts.some((text) => doomedTexts.has(text)));
  const keptTexts = new Set(sameText.flatMap(({ texts }) => texts));
  const about = await Promise.all(
    doomed.map(async ({ original, document }) => [...(await decidedIn(casebook, document)), ...(document === null ? [] : [document]), original]),
  );
  return {
    about: about.flat(),
    names: await caredNamesIn(
      casebook.store.reads,
      doomed.flatMap(({ document }) => document ?? []),
    ),
    files: [
      ...doomed.map(({ sha256 }) => ({ shelf: 'originals' as const, sha256 })),
      ...[...doomedTexts].filter((text) => !keptTexts.has(text)).map((sha256) => ({ shelf: 'texts' as const, sha256 })),
    ],
    goes: doomed.map(name),
    stays: [...stays].map(nameOf),
    sameText: sameText.map(name),
  };
}

const isRemark = async ({ store: { reads } }: Casebook, entry: string): Promise<boolean> =>
  (await reads.selectFrom('remark').select('entry').where('entry', '=', entry).executeTakeFirst()) !== undefined;

/** `texts` are the digests of every text that was made of it, and of their utterances. */
type Held = { readonly original: string; readonly document: string | null; readonly name: string; readonly sha256: string; readonly texts: readonly string[] };

const name = ({ document, original, name: file }: Pick<Held, 'original' | 'document' | 'name'>): Named => ({ id: document ?? original, name: file });

async function heldOriginals({ store: { reads } }: Casebook): Promise<readonly Held[]> {
  const rows = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .select(['original.id as original', 'original.sha256', 'original.name', 'document.id as document'])
    .execute();
  const readings = Map.groupBy(
    await reads.selectFrom('reading').select(['document', 'text_sha256 as text', 'utterances_sha256 as utterances']).execute(),
    ({ document }) => document,
  );
  return rows.map((row) => ({ ...row, texts: (readings.get(row.document ?? '') ?? []).flatMap(textsOf) }));
}

async function decidedIn({ store: { reads } }: Casebook, document: string | null): Promise<readonly string[]> {
  if (document === null) return [];
  const rows = await reads.selectFrom('review').select('suggestion').distinct().where('document', '=', document).execute();
  return rows.map(({ suggestion }) => suggestion);
}

/** Which originals go with one, as ids, and which parts of those stay: all that has the bytes of what goes, goes. */
async function together(casebook: Casebook, first: string, said: Said, nameOf: (original: string) => Named) {
  const { kin } = await readTerms(casebook.store.reads);
  const pictures = await picturesOfPages(casebook);
  const goes = new Set([first]);
  const stays = new Set<string>();
  for (const each of goes) {
    for (const above of kin(each).above) goes.add(above);
    for (const below of [...kin(each).below, ...kin(each).made]) (said.parts === 'erase' || pictures.has(below) ? goes : stays).add(below);
  }
  for (const each of goes) stays.delete(each);
  const isUnder = (each: string): boolean => kin(first).below.has(each) || kin(first).made.has(each);
  const containers = [...goes].filter((each) => kin(first).above.has(each) || !(each === first || isUnder(each)));
  const words = (ids: Iterable<string>): string => [...ids].map((each) => `${nameOf(each).id} (“${nameOf(each).name}”)`).join(', ');
  if (containers.length > 0 && !said.container) {
    throw new Fault(
      'conflict',
      `its bytes lie also inside of ${words(containers)}, which would have to go with it`,
      `Say so with --with-container.${stays.size > 0 ? ` What else is inside of it stays, as documents of their own: ${words(stays)}.` : ''}`,
    );
  }
  const own = [...kin(first).below].filter((each) => !pictures.has(each));
  const made = kin(first).made;
  if (own.length + made.size > 0 && said.parts === null) {
    const holds = own.length > 0 ? `it holds files that are documents of their own: ${words(own)}` : '';
    const has = made.size > 0 ? `its transcripts, translations and descriptions are documents of their own: ${words(made)}` : '';
    throw new Fault('conflict', [holds, has].filter(Boolean).join('; '), 'Say --with-parts to destroy them too, or --keep-parts to leave them.');
  }
  return { goes, stays };
}

/** What shows a captured page goes with it, as it has its words: nobody has to say so. */
async function picturesOfPages({ store: { reads } }: Casebook): Promise<ReadonlySet<string>> {
  const rows = await reads.selectFrom('capture').select(['picture', 'pdf']).execute();
  return new Set(rows.flatMap(({ picture, pdf }) => [picture, pdf].filter((each) => each !== null)));
}
