// Names of which somebody said how they may be used, with all that people joined them with. Their words come from every review, the taken back
// ones too: that a claim was taken back does not make who it names less in need of care.
import type { Kysely } from 'kysely';
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
  const given = await namesGiven(db, await documentsOf(db, [...groups.keys()].flatMap(idsOf)));
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
  const cared = new Set(told.map(({ about }) => about));
  if (cared.size === 0) return [];
  return [...(await namesGiven(db, documents)).keys()].filter((id) => cared.has(id));
}

/** All forms in which claims that were ever decided give any of these names. */
export async function readNameWords(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const given = await namesGiven(db, await documentsOf(db, ids));
  return [...new Set(ids.flatMap((id) => given.get(id) ?? []).map(({ words }) => words))];
}

type Given = { readonly id: string; readonly words: string; readonly document: string };

/** The documents that give these names, each of one; null where one of them is given no longer, so that nobody knows where it was. */
async function documentsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[] | null> {
  const held = await db.selectFrom('name').select('document').where('id', 'in', among(ids)).execute();
  return held.length === new Set(ids).size ? [...new Set(held.map(({ document }) => document))] : null;
}

/** Every name that a decision about a claim of these documents ever gave, by its id; null: of all. */
async function namesGiven(db: Kysely<Tables>, documents: readonly string[] | null): Promise<ReadonlyMap<string, readonly Given[]>> {
  const reviews = documents === null ? db.selectFrom('review') : db.selectFrom('review').where('document', 'in', among(documents));
  const rows = await reviews.select(['document', 'decision', 'body', 'content']).execute();
  const names = rows.flatMap(({ document, decision, body, content }) => {
    const own = OWN_DECISIONS.some((each) => each === decision);
    const contents = [...(own ? [] : [contentOf(parseSuggestion(JSON.parse(body)))]), ...(content === null ? [] : [parseClaimContent(JSON.parse(content))])];
    return contents.flatMap((each) => namesIn(document, each)).map((name) => ({ ...name, document }));
  });
  return Map.groupBy(names, ({ id }) => id);
}
