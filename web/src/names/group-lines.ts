// What is told of somebody or something, sorted by what it is told as: a line of the dossier stands in every part that it fits, and in the last where it fits none.
import type { DossierLine } from '../../../src/model/dossier.ts';
import type { Being } from '../../../src/model/remark.ts';
import { familyOf, type Kind } from '../../../src/model/vocabulary.ts';

export const PARTS = ['posts', 'members', 'law', 'done', 'suffered', 'there', 'held', 'rest'] as const;
export type Part = (typeof PARTS)[number];

const OFFICES: readonly Kind[] = ['position', 'appointment', 'membership', 'command'];
const HOLDS: readonly Kind[] = ['detention', 'arrest', 'abduction'];

const FITS: Readonly<Record<Exclude<Part, 'rest'>, (kind: Kind, as: (role: string) => boolean) => boolean>> = {
  posts: (kind, as) => OFFICES.includes(kind) && (as('actor') || as('target')),
  members: (kind, as) => OFFICES.includes(kind) && as('organization'),
  law: (kind, as) => familyOf(kind) === 'justice' && (as('actor') || as('target')),
  done: (kind, as) => familyOf(kind) === 'harm' && as('actor'),
  suffered: (kind, as) => familyOf(kind) === 'harm' && as('target'),
  there: (kind, as) => as('place') && !HOLDS.includes(kind),
  held: (kind, as) => as('place') && HOLDS.includes(kind),
};

/** In the order given. `as` of a line are the roles in which the claim names it. */
export function groupLines(lines: readonly DossierLine[]): Readonly<Record<Part, readonly DossierLine[]>> {
  const parts: Record<Part, DossierLine[]> = { posts: [], members: [], law: [], done: [], suffered: [], there: [], held: [], rest: [] };
  for (const line of lines) {
    const fits = PARTS.filter((part) => part !== 'rest' && FITS[part](line.claim.kind, (role) => line.as.includes(role)));
    for (const part of fits.length > 0 ? fits : (['rest'] as const)) parts[part].push(line);
  }
  return parts;
}

/** What is looked for of each sort, whether or not a claim gives it. */
const OF_SORT: Readonly<Record<Being, readonly Part[]>> = {
  person: ['posts', 'law', 'done', 'suffered'],
  organization: ['members', 'done', 'suffered', 'law'],
  place: ['there', 'held'],
};

/** The parts that a page shows, in order: those of the sort that people said it is, then whatever else claims give. Where nobody said a sort, what claims give alone. */
export function partsShown(parts: Readonly<Record<Part, readonly DossierLine[]>>, sort: Being | null): readonly Part[] {
  const own = sort === null ? [] : OF_SORT[sort];
  return [...own, ...PARTS.filter((part) => !own.includes(part) && parts[part].length > 0)];
}

/** Other places that claims name together with one: where it lies, or what lies in it, is not told by that. */
export function placesWith(lines: readonly DossierLine[], labels: readonly string[]): readonly string[] {
  const own = new Set(labels);
  return [...new Set(lines.filter(({ as }) => as.includes('place')).flatMap(({ claim }) => claim.roles.place ?? []))].filter((name) => !own.has(name));
}
