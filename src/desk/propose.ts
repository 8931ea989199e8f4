// What the language room proposes for a text, with ids. Needs nothing of a casebook, so that it can be done beside it.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.ts';
import { ANALYSER, suggest } from '../language/suggest.ts';
import type { Proposal, Suggestion } from '../model/claim.ts';
import { known, type Metadata } from '../model/document.ts';
import { derivedId } from './new-id.ts';

/** Name and version of the rules. */
export const analyser = `${ANALYSER.name}@${ANALYSER.version}`;

/** A document as its suggestions depend on it: `text` is the digest of its text. */
export type Analysed = { readonly id: string; readonly text: string; readonly metadata: Metadata };

/** What is proposed for a text; the same for the same text, metadata and analyser. */
export function propose(document: Analysed, text: string): readonly Suggestion[] {
  const { metadata } = document;
  const asked = { text, published: known(metadata, 'published'), language: known(metadata, 'language'), title: known(metadata, 'title') };
  return withIds(document, analyser, suggest(asked));
}

/** Proposals with their ids, which are those of this analyser alone. */
export function withIds(document: Analysed, by: string, proposals: readonly Proposal[]): readonly Suggestion[] {
  const seen = new Map<string, number>();
  return proposals.map((proposal) => {
    const place = `${proposal.quote.start} ${proposal.quote.end} ${proposal.kind}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return { id: suggestionId(document, by, place, nth), ...proposal };
  });
}

/** Derived, so that proposing again gives the old id; from the document's random id, so that nothing can be guessed from it. */
function suggestionId(document: Analysed, by: string, place: string, nth: number): string {
  const key = canonicalJson([document.id, document.text, by, place, nth]);
  return derivedId('s_', createHash('sha256').update(key).digest());
}
