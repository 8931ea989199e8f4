// The words of a document, and what people quote of them.
import { Fault } from '../base/fault.ts';
import { CodePoints } from '../base/span.ts';
import type { Quote } from '../model/claim.ts';
import type { Casebook } from './casebook.ts';
import { placesOf } from './places.ts';

/** The text of a document, checked against its digest. Throws a Fault 'not-found' where there is none of this id. */
export async function textOf(casebook: Casebook, document: string): Promise<string> {
  const row = await casebook.store.reads.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirst();
  if (!row) throw new Fault('not-found', `there is no document ${document} with a text`, 'List them with `onrecord documents`; ids begin with d_.');
  return casebook.store.vault.text(row.text_sha256);
}

/** Throws a Fault 'bad-shape' where a quote is not what the document says at its offsets. */
export async function checkQuote(casebook: Casebook, document: string, quote: Quote): Promise<void> {
  if (new CodePoints(await textOf(casebook, document)).slice(quote) === quote.exact) return;
  throw new Fault(
    'bad-shape',
    `the quote is not what the document says at ${quote.start} to ${quote.end}`,
    'Quote the document’s own words, with their offsets in code points.',
  );
}

/**
 * Where words stand in a text: at `start`, in code points, where that is given; else where they stand alone.
 *
 * Throws a Fault 'not-found' where the text has no such words there, 'bad-usage' where it has them more than once.
 */
export function findQuote(text: string, exact: string, start?: number): Quote {
  if (exact === '') throw new Fault('bad-usage', 'the quote is empty', 'Quote the words of the document that say it.');
  const places = placesOf(text, exact);
  const fitting = start === undefined ? places : places.filter((place) => place.start === start);
  const [place, ...others] = fitting;
  if (place === undefined)
    throw new Fault('not-found', 'the document does not have these words there', 'Quote them as `onrecord show ID` prints them, letter by letter.');
  if (others.length > 0) {
    const where = places.slice(0, 5).map((each) => each.start).join(', '); // prettier-ignore
    throw new Fault('bad-usage', `the document has these words ${places.length} times, at ${where}`, 'Quote more of them, or say which with --start.');
  }
  return place;
}
