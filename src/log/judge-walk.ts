// What a pass over the log means, once the signed root is known: which of two things that differ was altered.
import type { Check } from './check.ts';
import type { Checkpoint } from './checkpoint.ts';
import { LISTED, type LeafFault, type Walk } from './walk-log.ts';

/** Whether all entries are there, in their order, with their bytes. */
export function judgeEntries(walk: Walk, head: Checkpoint): Check {
  const faults: string[] = [];
  if (walk.missing.length > 0) faults.push(`missing: ${listed(walk.missing)}`);
  if (walk.count < head.size && walk.missing.length === 0) faults.push(`cut short: the checkpoint is of ${head.size} entries, and ${walk.count} are there`);
  if (walk.count > head.size) faults.push(`${walk.count - head.size} entries follow that the checkpoint does not cover`);
  if (walk.malformed.length > 0) faults.push(`not of the form of an envelope, or filed under another id: ${listed(walk.malformed)}`);
  const { moved, altered } = parted(walk.leaves);
  if (moved.length > 0) faults.push(`reordered: ${moved.map(([at, from]) => `the entry at ${at} was at ${from}`).join(', ')}`);
  // Where the signed root is that of the entries' bytes, it is the kept hashes that were altered (judgeTree says so).
  if (altered.length > 0 && walk.roots.get(head.size) !== head.root) faults.push(`${blame(walk, head)}: ${listed(altered)}`);
  return { name: 'entries', ok: faults.length === 0, detail: faults.length === 0 ? `all ${head.size} are there, in order` : faults.join('; ') };
}

const blame = (walk: Walk, head: Checkpoint): string =>
  walk.keptRoots.get(head.size) === head.root ? 'altered, as their bytes do not lead to the signed root' : 'altered, they or the hashes kept with them';

/** Entries whose bytes hash to the leaf that is kept elsewhere were moved; the others were altered. */
function parted(leaves: readonly LeafFault[]): { readonly moved: readonly (readonly [number, number])[]; readonly altered: readonly number[] } {
  const home = new Map(leaves.map(({ kept, index }) => [kept, index]));
  const moved = leaves.flatMap(({ made, index }) => (home.has(made) ? [[index, home.get(made) ?? index] as const] : []));
  const away = new Set(moved.map(([index]) => index));
  return { moved, altered: leaves.map(({ index }) => index).filter((index) => !away.has(index)) };
}

/** Whether the hashes that tiles and proofs are made of are those of the entries. */
export function judgeTree(walk: Walk, head: Checkpoint): Check {
  const faults: string[] = [];
  const signed = walk.roots.get(head.size) === head.root;
  if (signed && walk.leaves.length > 0)
    faults.push(`the hashes kept with entries ${listed(walk.leaves.map(({ index }) => index))} were altered; the entries are as signed`);
  const nodes = walk.nodes.map(({ level, index }) => `${level}/${index} (entries ${index * 2 ** level} to ${(index + 1) * 2 ** level - 1})`);
  if (nodes.length > 0) faults.push(`hashes of subtrees were altered, or what is under them: ${listed(nodes)}`);
  return { name: 'tree', ok: faults.length === 0, detail: faults.length === 0 ? 'every kept hash is that of its entries' : faults.join('; ') };
}

/** Whether the entries lead to the root that was signed. */
export function judgeRoot(walk: Walk, head: Checkpoint): Check {
  const made = walk.roots.get(head.size);
  const ok = made === head.root;
  const why =
    made === undefined ? 'as entries are missing, their root cannot be made' : 'the entries were altered, exchanged or reordered since they were signed';
  return { name: 'root', ok, detail: ok ? `the entries lead to the signed root ${head.root}` : why };
}

export function judgePayloads(walk: Walk): Check {
  const ok = walk.payloads.length === 0;
  return {
    name: 'payloads',
    ok,
    detail: ok ? 'every payload is the one that its entry commits to' : `payload or salt altered: entries ${listed(walk.payloads)}`,
  };
}

/** Whether every payload that is not there was erased by an entry that says so, and none that was erased is still there. */
export function judgeErasures(walk: Walk): Check {
  const lost = walk.bare.filter(({ erasedBy }) => erasedBy === null);
  const faults: string[] = [];
  if (lost.length > 0) faults.push(`gone, and no entry says that they were erased: the payloads of entries ${listed(lost.map(({ index }) => index))}`);
  if (walk.unerased.length > 0) faults.push(`to be erased, and still there: ${listed(walk.unerased)}`);
  const erased = walk.bare.map(({ index, erasedBy }) => `${index} (by ${erasedBy ?? 'nobody'})`);
  const fine = erased.length === 0 ? 'nothing was erased' : `erased, with their proofs intact: the payloads of entries ${listed(erased)}`;
  return { name: 'erasures', ok: faults.length === 0, detail: faults.length === 0 ? fine : faults.join('; ') };
}

const SHOWN = 10;

function listed(items: readonly (number | string)[]): string {
  const shown = items.slice(0, SHOWN).join(', ');
  if (items.length <= SHOWN) return shown;
  return `${shown} and ${items.length >= LISTED ? 'at least ' : ''}${items.length - SHOWN} more`;
}

/** Of a copy for others: how much of it they do not see. */
export function judgeWithheld({ bare, count }: Walk): Check {
  return {
    name: 'withheld',
    ok: true,
    detail: bare.length === 0 ? 'nothing was withheld or erased' : `of ${count} entries, what ${bare.length} say was withheld or erased`,
  };
}
