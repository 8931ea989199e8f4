// Where claims come from, and what a count of origins makes of them.
import type { ClaimRow } from '../model/answers.ts';
import type { Figures } from '../model/figures.ts';
import type { Matrix } from '../model/matrix.ts';
import { oneReport } from '../record/copies/one-report.ts';
import { countOrigins, type Sources } from '../record/count-origins.ts';
import { countPeople } from '../record/count-people.ts';
import { madeOf } from '../record/made-of.ts';
import { readAttached } from '../views/read-attached.ts';
import { readCopies, readOneText, readSources } from '../views/read-copies.ts';
import type { readJudged } from '../views/read-judged.ts';
import type { Casebook } from './casebook.ts';

/** What is known of where the documents of these claims come from. */
export async function sources(
  { store: { reads } }: Casebook,
  of: readonly ClaimRow[],
  { identity, sources: judged, owners, knownAt }: Awaited<ReturnType<typeof readJudged>>,
): Promise<Sources> {
  const ids = [...new Set(of.map(({ document }) => document))];
  const rows = await readSources(reads, ids);
  const texts = new Map(rows.map((row) => [row.id, row.text]));
  const copied = oneReport(await readCopies(reads, { among: ids }), await readOneText(reads, ids));
  return {
    documents: new Map(rows.map(({ id, publisher, author }) => [id, { publisher, author }])),
    judged,
    identity,
    owners,
    made: madeOf(await readAttached(reads, knownAt === undefined ? {} : { knownAt })),
    copies: (a, b) => (texts.get(a.document) === texts.get(b.document) ? 'both documents have the very same text' : copied(a, b)),
  };
}

/** With how many origins stand behind each harm, and the figures that they give; of recorded claims alone. */
export function weighMatrix({ rows, ...built }: Matrix, known: Sources): Matrix {
  const weighed = rows.map((row) => {
    const recorded = row.harm.claims.filter(({ status }) => status === 'recorded');
    return { ...row, origins: countOrigins(recorded, known).origins.length, figures: figuresOf(recorded, known) };
  });
  return { ...built, rows: weighed };
}

/** A number is its deepest source's, else its document's publisher's or title. */
export const figuresOf = (of: readonly ClaimRow[], known: Sources): readonly Figures[] =>
  countPeople(
    of,
    (some) => countOrigins(some, known),
    ({ saidBy, document, documentTitle }) => saidBy.at(-1) ?? known.documents.get(document)?.publisher ?? documentTitle,
  );
