// Entries of lists, as lines: always with the list's name, and never as if the record said it.
import type { NamesCompared } from '../model/entity.ts';
import type { Listed, ListFound, ListHit } from '../model/list-answers.ts';
import { oneLine } from './printable.ts';

const nameOf = ({ names }: Listed): string => oneLine(names[0] ?? '', 80);
const factsOf = ({ facts }: Listed): string => facts.slice(0, 6).map(({ what, words }) => `; ${what} ${oneLine(words, 40)}`).join(''); // prettier-ignore

/** A search's find. */
export const foundLine = ({ entry, compared }: ListFound): string =>
  `${entry.id}  on the list “${oneLine(entry.title, 60)}”, not in the record: ${nameOf(entry)}${factsOf(entry)}, likeness ${compared.score.toFixed(2)}`;

const JUDGED = { same: 'judged the same', different: 'judged different', unsure: 'somebody could not tell' } as const;

/** One line of a name's own page. */
export const hitLine = ({ entry, compared, judged }: ListHit): string =>
  `${entry.id} “${nameOf(entry)}” on the list “${oneLine(entry.title, 60)}”${factsOf(entry)}${compared ? `, likeness ${compared.score.toFixed(2)}` : ''}; ${judged ? JUDGED[judged] : 'whether they are one is not judged'}`;

/** With the explanation, part by part. */
export const hitLines = (hit: ListHit): readonly string[] => [
  `${hit.row.id} “${oneLine(hit.row.label, 60)}” has a name like ${hitLine(hit)}`,
  ...(hit.compared ? whyLines(hit.compared) : []),
];

const whyLines = ({ parts, caps }: NamesCompared): readonly string[] => [
  ...parts.map(({ a, b, kind }) => `    ${b === '' || a === '' ? oneLine(a || b) : `${oneLine(a)} / ${oneLine(b)}`}: ${kind}`),
  ...caps.map((cap) => `    held down: ${oneLine(cap)}`),
];
