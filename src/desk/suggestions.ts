// Suggestions: what the language room proposes for a document's text, kept beside the log and never in it.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.ts';
import { ANALYSER, suggest } from '../language/suggest.ts';
import type { Suggestion } from '../model/claim.ts';
import { known, parseMetadata, type Metadata } from '../model/document.ts';
import { wordSuggestion } from '../views/fold-words.ts';
import type { Casebook } from './casebook.ts';
import { derivedId } from './new-id.ts';

const analyser = `${ANALYSER.name}@${ANALYSER.version}`;

/** A document as its suggestions depend on it: `text` is the digest of its text. */
export type Analysed = { readonly id: string; readonly text: string; readonly metadata: Metadata };

/** What is proposed for a text; the same for the same text, metadata and analyser. */
export function propose(document: Analysed, text: string): readonly Suggestion[] {
  const { metadata } = document;
  const asked = { text, published: known(metadata, 'published'), language: known(metadata, 'language'), title: known(metadata, 'title') };
  const seen = new Map<string, number>();
  return suggest(asked).map((proposal) => {
    const place = `${proposal.quote.start} ${proposal.quote.end} ${proposal.kind}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return { id: suggestionId(document, place, nth), ...proposal };
  });
}

/** Derived, so that proposing again gives the old id; from the document's random id, so that nothing can be guessed from it. */
function suggestionId(document: Analysed, place: string, nth: number): string {
  const key = canonicalJson([document.id, document.text, analyser, place, nth]);
  return derivedId('s_', createHash('sha256').update(key).digest());
}

/** Keeps what is proposed in place of what was before; what a person decided about already is not proposed anew. Inside a transaction. */
export async function keepSuggestions(casebook: Casebook, document: string, suggestions: readonly Suggestion[]): Promise<void> {
  const { views } = casebook.store;
  const reviewed = await views.selectFrom('claim').select(['start', 'end', 'kind']).where('document', '=', document).execute();
  const decided = new Set(reviewed.map(({ start, end, kind }) => `${start} ${end} ${kind}`));
  await views.deleteFrom('suggestion').where('document', '=', document).execute();
  for (const each of suggestions) {
    const { start, end } = each.quote;
    if (decided.has(`${start} ${end} ${each.kind}`)) continue;
    await views
      .insertInto('suggestion')
      .values({ id: each.id, document, analyser, start, end, kind: each.kind, body: canonicalJson(each) })
      .execute();
    await wordSuggestion(views, each);
  }
  await views
    .insertInto('analysis')
    .values({ document, analyser })
    .onConflict((conflict) => conflict.column('document').doUpdateSet({ analyser }))
    .execute();
}

/** Proposes again for the documents that another version of the analyser has seen, or none. Gives how many. */
export async function analyseAgain(casebook: Casebook): Promise<number> {
  const { reads, vault } = casebook.store;
  const stale = await reads
    .selectFrom('document')
    .leftJoin('analysis', 'analysis.document', 'document.id')
    .where(({ or, eb }) => or([eb('analysis.analyser', 'is', null), eb('analysis.analyser', '!=', analyser)]))
    .select(['document.id', 'document.text_sha256', 'document.metadata'])
    .execute();
  for (const { id, text_sha256: text, metadata } of stale) {
    const suggestions = propose({ id, text, metadata: parseMetadata(JSON.parse(metadata)) }, await vault.text(text));
    await casebook.store.transact(() => keepSuggestions(casebook, id, suggestions));
  }
  return stale.length;
}
