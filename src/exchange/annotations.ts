// Claims as W3C Web Annotations, which Hypothesis and others read: the words by quote and by position in the stored text.
import { CodePoints } from '../base/span.ts';
import type { ClaimRow } from '../model/answers.ts';

/** Code points of text before and after the quote, to find it again where the text has changed. */
const CONTEXT = 32;

/** `text` is what the quote points into, `textSha256` the digest of its UTF-8. Neither names nor reasons of who reviewed go out. */
export type Sourced = { readonly claim: ClaimRow; readonly text: string; readonly textSha256: string };

/** @see Web Annotation Data Model, sections 4.2.4 and 4.2.5; positions are code points, as its section 4.2.5 wants. */
export function annotations(claims: readonly Sourced[]): string {
  const items = claims.map(annotation);
  return `${JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: items.length, first: { type: 'AnnotationPage', startIndex: 0, items } }, null, 2)}\n`;
}

function annotation({ claim, text, textSha256 }: Sourced): object {
  const points = new CodePoints(text);
  const { start, end, exact } = claim.quote;
  const prefix = points.slice({ start: Math.max(0, start - CONTEXT), end: start });
  const suffix = points.slice({ start: end, end: Math.min(points.length, end + CONTEXT) });
  const { kind, modality, roles, time, saidBy } = claim;
  return {
    id: `urn:onrecord:${claim.id}`,
    type: 'Annotation',
    motivation: 'identifying',
    ...(claim.review ? { created: claim.review.at } : {}),
    body: { type: 'Dataset', format: 'application/json', value: { kind, modality, roles, time, saidBy } },
    target: {
      source: `urn:sha256:${textSha256}`,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
