// Names of which somebody said how they may be used, with all that people joined them with. Their words come from every review, the taken back
// ones too: that a claim was taken back does not make who it names less in need of care.
import { sql, type Kysely } from 'kysely';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import { OWN_DECISIONS } from '../model/answers.ts';
import type { CaredName } from '../record/care-reach.ts';
import { among } from './among.ts';
import { namesIn } from './fold-names.ts';
import { readTerms } from './read-terms.ts';
import type { Tables } from './tables.ts';

/** O(reviews of the documents that give such names, or of all where one of them is given no longer), else O(originals and claims that something was said of). */
export async function readCaredNames(db: Kysely<Tables>): Promise<readonly CaredName[]> {
  const cared = [...(await readTerms(db)).terms].filter(([id]) => id.startsWith('n_'));
  if (cared.length === 0) return [];
  const joined = await db.selectFrom('joined').select(['member', 'leader']).where('sort', '=', 'name').execute();
  const leaderOf = new Map(joined.map(({ member, leader }) => [member, leader]));
  const groups = Map.groupBy(cared, ([id]) => leaderOf.get(id) ?? id);
  const idsOf = (leader: string): readonly string[] => [
    leader,
    ...joined.filter((each) => each.leader === leader && each.member !== leader).map(({ member }) => member),
  ];
  const all = [...groups.keys()].flatMap(idsOf);
  const given = await namesGiven(db, await documentsOf(db, all), all);
  return [...groups].map(([leader, said]) => {
    const ids = idsOf(leader);
    const of = ids.flatMap((id) => given.get(id) ?? []);
    return {
      ids,
      terms: said.map(([, terms]) => terms),
      words: [...new Set(of.map(({ words }) => words))],
      documents: [...new Set(of.map(({ document }) => document))],
    };
  });
}

/** The names that claims of these documents give, or gave, and of which something was ever said: how they may be used, or their pseudonym. */
export async function caredNamesIn(db: Kysely<Tables>, documents: readonly string[]): Promise<readonly string[]> {
  const told = await db.selectFrom('told').select('about').distinct().where('about', '>=', 'n_').where('about', '<', 'n`').execute();
  return told.length === 0 ? [] : [...(await namesGiven(db, documents, told.map(({ about }) => about))).keys()]; // prettier-ignore
}

/** All forms in which claims that were ever decided give any of these names. */
export async function readNameWords(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const given = await namesGiven(db, await documentsOf(db, ids), ids);
  return [...new Set(ids.flatMap((id) => given.get(id) ?? []).map(({ words }) => words))];
}

type Given = { readonly id: string; readonly words: string; readonly document: string };

/** The documents that give these names, each of one; null where one of them is given no longer, so that nobody knows where it was. */
async function documentsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[] | null> {
  const held = await db.selectFrom('name').select('document').where('id', 'in', among(ids)).execute();
  return held.length === new Set(ids).size ? [...new Set(held.map(({ document }) => document))] : null;
}

/**
 * These names as decisions about claims of the documents ever gave them, by id; null: of all. What stands as it was accepted or recorded is in an
 * index: only what was decided otherwise, or stands no more, is read itself.
 */
async function namesGiven(db: Kysely<Tables>, documents: readonly string[] | null, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Given[]>> {
  const { rows: standing } = await sql<Given>`select name.id, naming.words, name.document from name join naming on naming.name = name.id
    where name.id in ${among(ids)} and ${documents === null ? sql`true` : sql`name.document in ${among(documents)}`}`.execute(db);
  const { rows: others } = await sql<Reviewed>`select document, decision, body, content from review
    where ${documents === null ? sql`true` : sql`document in ${among(documents)}`}
      and not (decision in ('accept', 'record') and exists (select 1 from standing where position = entry_index and status = 'recorded'))`.execute(db);
  const wanted = new Set(ids);
  const names = others.flatMap(({ document, decision, body, content }) => {
    const own = OWN_DECISIONS.some((each) => each === decision);
    const contents = [...(own ? [] : [contentOf(parseSuggestion(JSON.parse(body)))]), ...(content === null ? [] : [parseClaimContent(JSON.parse(content))])];
    return contents.flatMap((each) => namesIn(document, each)).flatMap(({ id, words }) => (wanted.has(id) ? [{ id, words, document }] : []));
  });
  return Map.groupBy([...standing, ...names], ({ id }) => id);
}

type Reviewed = Pick<Tables['review'], 'document' | 'decision' | 'body' | 'content'>;
