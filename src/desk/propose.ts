// What the language room proposes for a text, with ids. Needs nothing of a casebook, so that it can be done beside it.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.ts';
import { ANALYSER, suggest } from '../language/suggest.ts';
import { suggestPassages, type Passage } from '../language/suggest-passages.ts';
import type { Proposal, Suggestion } from '../model/claim.ts';
import { known, type Metadata } from '../model/document.ts';
import { dayOf, type Utterance } from '../model/utterance.ts';
import { derivedId } from './new-id.ts';

/** Name and version of the rules. */
export const analyser = `${ANALYSER.name}@${ANALYSER.version}`;

/** A document as its suggestions depend on it: `text` is the digest of its text. */
export type Analysed = { readonly id: string; readonly text: string; readonly metadata: Metadata };

/** What is proposed for a text; the same for the same text, utterances, metadata and analyser. */
export function propose(document: Analysed, text: string, utterances: readonly Utterance[]): readonly Suggestion[] {
  const { metadata } = document;
  const passages = saidPassages(utterances);
  if (passages !== null) return withIds(document, analyser, suggestPassages({ text, language: known(metadata, 'language') }, passages));
  const asked = { text, published: known(metadata, 'published'), language: known(metadata, 'language'), title: known(metadata, 'title') };
  return withIds(document, analyser, suggest(asked));
}

/**
 * What people wrote in a conversation, message by message; null of another text. The cues of a transcript are none: they break off where the
 * screen was full, in the middle of a sentence.
 */
export function saidPassages(utterances: readonly Utterance[]): readonly Passage[] | null {
  if (utterances.length === 0 || utterances.some(({ heard }) => heard !== null)) return null;
  return utterances.flatMap((each) => {
    const { start, end, sort, speaker, forwardedFrom } = each;
    const speakers = [speaker, forwardedFrom].filter((name) => name !== null && name !== '') as readonly string[];
    return sort === 'said' ? [{ start, end, published: dayOf(each), speakers }] : [];
  });
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
