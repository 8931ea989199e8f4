// Names of which somebody said how they may be used, with all that people joined them with. Their words come from every review, the taken back
// ones too: that a claim was taken back does not make who it names less in need of care.
import type { Kysely } from 'kysely';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import { OWN_DECISIONS } from '../model/answers.ts';
import type { CaredName } from '../record/care-reach.ts';
import { namesIn } from './fold-names.ts';
import { readTerms } from './read-terms.ts';
import type { Tables } from './tables.ts';

/** O(reviews) where something was said of any name, else O(originals and claims that something was said of). */
export async function readCaredNames(db: Kysely<Tables>): Promise<readonly CaredName[]> {
  const cared = [...(await readTerms(db)).terms].filter(([id]) => id.startsWith('n_'));
  if (cared.length === 0) return [];
  const joined = await db.selectFrom('joined').select(['member', 'leader']).where('sort', '=', 'name').execute();
  const leaderOf = new Map(joined.map(({ member, leader }) => [member, leader]));
  const groups = Map.groupBy(cared, ([id]) => leaderOf.get(id) ?? id);
  const given = await allNames(db);
  return [...groups].map(([leader, said]) => {
    const ids = [leader, ...joined.filter((each) => each.leader === leader && each.member !== leader).map(({ member }) => member)];
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
  return [...(await allNames(db))].flatMap(([id, given]) => (cared.has(id) && given.some(({ document }) => documents.includes(document)) ? [id] : []));
}

/** All forms in which claims that were ever decided give any of these names. */
export async function readNameWords(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const given = await allNames(db);
  return [...new Set(ids.flatMap((id) => given.get(id) ?? []).map(({ words }) => words))];
}

type Given = { readonly id: string; readonly words: string; readonly document: string };

/** Every name that a decision about a claim ever gave, by its id. */
async function allNames(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly Given[]>> {
  const rows = await db.selectFrom('review').select(['document', 'decision', 'body', 'content']).execute();
  const names = rows.flatMap(({ document, decision, body, content }) => {
    const own = OWN_DECISIONS.some((each) => each === decision);
    const contents = [...(own ? [] : [contentOf(parseSuggestion(JSON.parse(body)))]), ...(content === null ? [] : [parseClaimContent(JSON.parse(content))])];
    return contents.flatMap((each) => namesIn(document, each)).map((name) => ({ ...name, document }));
  });
  return Map.groupBy(names, ({ id }) => id);
}
