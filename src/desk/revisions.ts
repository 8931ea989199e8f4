// Silent revisions: one address, another text. What was recorded of the earlier text stays as it is; that its words are no
// longer there is told, for a person to look at.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { CopyStretch } from '../model/copies.ts';
import type { RemarkRow } from '../model/remark.ts';
import type { RevisedClaim, Revision, VersionShown } from '../model/revisions.ts';
import { comparableText } from '../record/copies/comparable-text.ts';
import { layBeside } from '../record/copies/lay-beside.ts';
import { wordsNow } from '../record/copies/words-now.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCopies } from '../views/read-copies.ts';
import { readRemarks } from '../views/read-remarks.ts';
import { readVersions, type Version } from '../views/read-versions.ts';
import type { Casebook } from './casebook.ts';
import { keptDocuments } from './documents-at.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { similarPlaces } from './places.ts';
import { settleRevision } from './remarks.ts';

/**
 * Every two texts that followed each other at one address; of a document's address, or of all. Under clocks, of the documents that these keep, and their
 * claims alike. O(length of those texts).
 */
export async function revisions(casebook: Casebook, document?: string, clocks: ClaimFilter = {}): Promise<readonly Revision[]> {
  const { reads } = casebook.store;
  if (document !== undefined && !(await reads.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst()))
    throw new Fault('not-found', `there is no document ${document}`, 'List them with `onrecord documents`; ids begin with d_.');
  const found: Revision[] = [];
  const kept = await keptDocuments(casebook, clocks);
  for (const versions of await readVersions(reads, document)) {
    const there = versions.filter(({ id }) => kept === null || kept.has(id));
    for (const [earlier, later] of await steps(casebook, there)) found.push(await revision(casebook, earlier, later, clocks));
  }
  return found;
}

/** The document that stood at the same address before this one, and says something else; null where there is none. */
export async function versionBefore(casebook: Casebook, document: string): Promise<string | null> {
  for (const versions of await readVersions(casebook.store.reads, document)) {
    const step = (await steps(casebook, versions)).find(([, later]) => later.id === document);
    if (step) return step[0].id;
  }
  return null;
}

type Step = readonly [Version, Version];

/** Those of the same text are one: its last document is the earlier of the next text, its first one the later of the text before. */
async function steps(casebook: Casebook, versions: readonly Version[]): Promise<readonly Step[]> {
  const all = versions.flatMap((later, n): readonly Step[] => {
    const earlier = versions[n - 1];
    return earlier && earlier.text !== later.text ? [[earlier, later]] : [];
  });
  const are = await Promise.all(all.map((step) => isRevision(casebook, step)));
  return all.filter((_, n) => are[n]);
}

/** One address may be stated for a whole folder of documents: then only those that say the same words in part are versions of one. */
async function isRevision({ store: { reads } }: Casebook, [earlier, later]: Step): Promise<boolean> {
  if (!earlier.stated && !later.stated) return true;
  return (await readCopies(reads, { among: [earlier.id, later.id] })).length > 0;
}

async function revision(casebook: Casebook, earlier: Version, later: Version, clocks: ClaimFilter): Promise<Revision> {
  const { reads, vault } = casebook.store;
  const instant = instantOf(clocks);
  const known = instant === undefined ? {} : { knownAt: instant };
  const claims = selectClaims(await readClaims(reads, { document: earlier.id, statuses: ['recorded'], ...known }), clocks);
  const told = { address: earlier.address, earlier: shown(earlier), later: shown(later) };
  if (claims.length === 0) return { ...told, claims: [] };
  const [before, after] = [await vault.text(earlier.text), await vault.text(later.text)];
  const stretches = layBeside({ words: before, text: comparableText(before) }, { words: after, text: comparableText(after) });
  const settled = await readRemarks(reads, { about: claims.map(({ id }) => id), sort: 'revision', value: later.id, ...known });
  return { ...told, claims: claims.flatMap((claim) => revised(claim, after, stretches, settled)) };
}

/**
 * Says of claims whose words are not in the later text that somebody looked at them, and what became of it: their marks end. The claims stay as
 * they are, and `review undo` of the entry takes it back.
 *
 * Throws a Fault 'bad-usage' without a reason, 'conflict' where a claim bears no such mark, or none any more; then nothing is recorded.
 */
export async function settleRevisions(casebook: Casebook, claims: readonly string[], reason: string | null): Promise<readonly RemarkRow[]> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'it wants a reason', 'Say what became of it, with --reason TEXT: it stays beside the claim.');
  const wanted = new Set(claims);
  const open = (await revisions(casebook)).flatMap(({ later, claims: marked }) =>
    marked.filter(({ claim, settled }) => settled === null && wanted.has(claim.id)).map(({ claim }) => ({ claim: claim.id, later: later.id })),
  );
  const without = [...wanted].find((id) => open.every(({ claim }) => claim !== id));
  if (without !== undefined)
    throw new Fault('conflict', `no later text is to be looked at for ${without}`, '`onrecord revisions --open` lists the claims that are marked.');
  const made: RemarkRow[] = [];
  for (const { claim, later } of open) made.push(...(await settleRevision(casebook, claim, later, reason)));
  return made;
}

/** Nothing of a claim whose words are still there: letter by letter, but for blanks, hyphens and forms of letters. */
function revised(claim: ClaimRow, after: string, stretches: readonly CopyStretch[], settled: readonly RemarkRow[]): readonly RevisedClaim[] {
  if (similarPlaces(after, claim.quote.exact).length > 0) return [];
  const seen = settled.find(({ about }) => about.id === claim.id) ?? null;
  return [{ claim, words: claim.orphan ? null : wordsNow(stretches, claim.quote), settled: seen }];
}

const shown = ({ id, title, at, by }: Version): VersionShown => ({ id, title, at, by });
