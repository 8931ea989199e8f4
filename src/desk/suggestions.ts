// Suggestions: what the language room proposes for a document's text, kept beside the log and never in it.
import { canonicalJson } from '../base/canonical-json.ts';
import type { Span } from '../base/span.ts';
import type { Suggestion } from '../model/claim.ts';
import { parseMetadata } from '../model/document.ts';
import { wordSuggestion } from '../views/fold-words.ts';
import { isTranslation } from '../views/read-attached.ts';
import type { Casebook } from './casebook.ts';
import { standingReviews } from './find-places.ts';
import { indexText } from './index-texts.ts';
import { placesOf } from './places.ts';
import { analyser, propose, type Analysed } from './propose.ts';
import { keptUtterances } from './utterances.ts';

/**
 * Keeps what an analyser proposes for the text that stands, in place of what it did before; what a person decided about already, be it in
 * an earlier text, is not proposed anew while that decision stands. Proposals for a text that stands no more are let go, and those for a translation:
 * a claim cites the original's words. Inside a transaction.
 */
export async function keepSuggestions(
  casebook: Casebook,
  { id: document, text: of }: Analysed,
  text: string,
  suggestions: readonly Suggestion[],
  by = analyser,
): Promise<void> {
  const { views } = casebook.store;
  const now = await views.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirst();
  if (now?.text_sha256 !== of) return;
  const name = by.slice(0, by.lastIndexOf('@') + 1);
  const before = await views.selectFrom('suggestion').select(['id', 'analyser']).where('document', '=', document).execute();
  for (const { id: old } of before.filter((each) => each.analyser.startsWith(name))) {
    await views.deleteFrom('suggestion').where('id', '=', old).execute();
    await views.deleteFrom('settled').where('suggestion', '=', old).execute();
  }
  const decided = await decidedPlaces(casebook, document, text);
  for (const each of (await isTranslation(views, document)) ? [] : suggestions) {
    const { start, end } = each.quote;
    await views
      .insertInto('suggestion')
      .values({ id: each.id, document, analyser: by, start, end, kind: each.kind, body: canonicalJson(each) })
      .execute();
    await wordSuggestion(views, each.id);
    const claim = decided.get(placeKey(each.quote, each.kind));
    if (claim !== undefined) await views.insertInto('settled').values({ suggestion: each.id, document, claim }).execute();
  }
  if (by !== analyser) return;
  await indexText(casebook, { id: document, text: of }, text);
  await views
    .insertInto('analysis')
    .values({ document, analyser })
    .onConflict((conflict) => conflict.column('document').doUpdateSet({ analyser }))
    .execute();
}

const placeKey = ({ start, end }: Span, kind: string): string => `${start} ${end} ${kind}`;

/** The claim that was decided at each place of the text that stands: where it stands now, and where what it was made of was proposed. */
async function decidedPlaces(casebook: Casebook, document: string, text: string): Promise<ReadonlyMap<string, string>> {
  const { views } = casebook.store;
  const claims = await views.selectFrom('standing').select(['id', 'start', 'end', 'kind']).where('document', '=', document).where('orphan', '=', 0).execute();
  const decided = new Map(claims.map((claim) => [placeKey(claim, claim.kind), claim.id]));
  const now = await views.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirst();
  for (const { claim, text: picked, proposed } of await standingReviews(views, document)) {
    if (!proposed) continue;
    const places = picked === now?.text_sha256 ? [proposed.quote] : placesOf(text, proposed.quote.exact);
    if (places.length === 1 && places[0]) decided.set(placeKey(places[0], proposed.kind), claim);
  }
  return decided;
}

/** Proposes again for the documents that another version of the analyser has seen, or none. Gives how many. */
export async function analyseAgain(casebook: Casebook): Promise<number> {
  const { reads, vault } = casebook.store;
  const stale = await reads
    .selectFrom('document')
    .leftJoin('analysis', 'analysis.document', 'document.id')
    .where(({ or, eb }) => or([eb('analysis.analyser', 'is', null), eb('analysis.analyser', '!=', analyser)]))
    .select(['document.id', 'document.text_sha256', 'document.utterances_sha256 as utterances', 'document.metadata'])
    .execute();
  for (const { id, text_sha256: text, utterances, metadata } of stale) {
    const document = { id, text, metadata: parseMetadata(JSON.parse(metadata)) };
    const words = await vault.text(text);
    const suggestions = propose(document, words, await keptUtterances(casebook, utterances));
    await casebook.store.transact(() => keepSuggestions(casebook, document, words, suggestions));
  }
  return stale.length;
}
