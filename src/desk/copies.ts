// Copies as people ask for them: those of a document, or of all, and two documents side by side.
import { Fault } from '../base/fault.ts';
import type { CopyAligned, CopyRow, CopyStretch } from '../model/copies.ts';
import { comparableText } from '../record/copies/comparable-text.ts';
import { layBeside, type Side } from '../record/copies/lay-beside.ts';
import { readCopies, readCopyDocument } from '../views/read-copies.ts';
import type { Casebook } from './casebook.ts';
import { keptDocuments } from './documents-at.ts';
import type { ClaimFilter } from './parse-filter.ts';

/** Of what is the same in both, only the edges are shown where it is longer than this, in code points. */
const LONG = 1_200;
const EDGE = 300;
/** The mark in the place of what is left out. */
const LEFT_OUT = ' […] ';

/** The pairs of documents that are copies, the largest share first; of one document, or all. Under a clock those of which it keeps both. */
export async function copies(casebook: Casebook, document?: string, clocks: ClaimFilter = {}): Promise<readonly CopyRow[]> {
  const { reads } = casebook.store;
  if (document !== undefined) await copyDocument(casebook, document);
  const rows = await readCopies(reads, document === undefined ? {} : { of: document });
  const kept = await keptDocuments(casebook, clocks);
  return kept === null ? rows : rows.filter(({ left, right }) => kept.has(left.id) && kept.has(right.id));
}

/** Two documents side by side, be they copies or not. What is the same in both at great length is shown by its edges. */
export async function besides(casebook: Casebook, left: string, right: string): Promise<CopyAligned> {
  const [a, b] = [await copyDocument(casebook, left), await copyDocument(casebook, right)];
  const stretches = layBeside(await sideOf(casebook, a.text), await sideOf(casebook, b.text)).map(shortened);
  const row = (await readCopies(casebook.store.reads, { among: [left, right] }))[0] ?? null;
  const { text: _a, ...one } = a;
  const { text: _b, ...other } = b;
  return { row, left: one, right: other, stretches };
}

async function copyDocument({ store: { reads } }: Casebook, id: string) {
  const found = await readCopyDocument(reads, id);
  if (!found) throw new Fault('not-found', `there is no document ${id}`, 'List them with `onrecord documents`; ids begin with d_.');
  return found;
}

async function sideOf({ store: { vault } }: Casebook, sha256: string): Promise<Side> {
  const words = await vault.text(sha256);
  return { words, text: comparableText(words) };
}

const shortened = (stretch: CopyStretch): CopyStretch =>
  stretch.sort === 'same' ? { ...stretch, left: edgesOf(stretch.left), right: edgesOf(stretch.right) } : stretch;

function edgesOf(text: string): string {
  const points = text.length > LONG ? Array.from(text) : [];
  return points.length > LONG ? `${points.slice(0, EDGE).join('')}${LEFT_OUT}${points.slice(-EDGE).join('')}` : text;
}
