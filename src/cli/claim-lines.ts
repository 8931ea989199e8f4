// Claims and suggestions as lines for a person to read. The stance and the status are always in words: said is not known.
import type { ClaimRow, FittedClock } from '../model/answers.ts';
import { kindEntry, type Modality } from '../model/vocabulary.ts';
import { oneLine } from './printable.ts';

/** How a stance reads before what is said; what is asserted needs no word. */
const STANCE: Readonly<Record<Modality, string>> = {
  asserted: '',
  alleged: 'alleged',
  denied: 'said not to have happened',
  demanded: 'demanded, not done',
  hypothetical: 'hypothetical',
  future: 'said to be going to happen',
};

/** How what may fit a clock, and may not, says so. */
const POSSIBLY: Readonly<Record<FittedClock, string>> = { at: 'then', 'said-by': 'said by then' };

export const possiblyWords = (clocks: readonly FittedClock[] = []): string =>
  clocks.length === 0 ? '' : ` [possibly ${clocks.map((clock) => POSSIBLY[clock]).join(', and ')}]`;

/** One line: id, status, kind with stance, time, the words, the source. */
export function claimLine(claim: ClaimRow): string {
  const stance = STANCE[claim.modality];
  const what = `${kindEntry(claim.kind).label}${stance ? ` (${stance})` : ''}`;
  const lost = claim.orphan ? ' [lost its place: see onrecord orphans]' : '';
  const when = claim.time ? (claim.time.edtf ?? `“${oneLine(claim.time.text, 30)}”`) : 'undated';
  return `${claim.id}  ${claim.status.padEnd(9)}  ${when.padEnd(12)}  ${what}: “${oneLine(claim.quote.exact, 110)}” — ${oneLine(claim.documentTitle, 50)}${possiblyWords(claim.possibly)}${lost}`;
}

/** The whole of it, a part a line, each with its source. */
export function claimLines(claim: ClaimRow): readonly string[] {
  const roles = Object.entries(claim.roles).map(([role, names]) => `  ${role.padEnd(13)} ${names.map((name) => oneLine(name)).join('; ')}`);
  const review = claim.review;
  return [
    claimLine(claim),
    `  ${'words'.padEnd(13)} “${oneLine(claim.quote.exact)}” (${claim.quote.start} to ${claim.quote.end}${claim.orphan ? ' of an earlier text' : ''})`,
    ...roles,
    ...(claim.time ? [`  ${'time'.padEnd(13)} “${oneLine(claim.time.text)}”: ${claim.time.edtf ?? 'not resolved'}`] : []),
    `  ${'stance'.padEnd(13)} ${claim.modality}`,
    `  ${'said by'.padEnd(13)} ${claim.saidBy.length > 0 ? claim.saidBy.map((name) => oneLine(name)).join(', who cites ') : 'the document’s own author'}`,
    `  ${'document'.padEnd(13)} ${claim.document} ${oneLine(claim.documentTitle)}, ${claim.saidOn ?? 'undated'}`,
    `  ${'rule'.padEnd(13)} ${claim.rule}${claim.confidence === null ? '' : `, confidence ${claim.confidence.toFixed(2)}`}`,
    review
      ? `  ${'reviewed'.padEnd(13)} ${review.decision} by ${oneLine(review.by)}, ${review.at}${review.reason ? `: ${oneLine(review.reason)}` : ''} (${review.entry})`
      : `  ${'reviewed'.padEnd(13)} not yet: this is a suggestion of the machine`,
  ];
}
