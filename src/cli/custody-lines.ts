// Where an original comes from, and what was done with it, as lines for a person to read.
import type { ArchiveFound, Collected, Custody, HistoryLine } from '../model/answers.ts';
import type { Unreadable } from '../model/document.ts';
import { oneLine } from './printable.ts';

/** What is known of how it was collected, a field a line; nothing where nothing is. */
export function collectionLines(known: Collected): readonly string[] {
  return FIELDS.flatMap(([label, field]) => {
    const value = known[field];
    return value === null ? [] : [`  ${label.padEnd(10)} ${oneLine(value)}`];
  });
}

const FIELDS = [
  ['got from', 'url'],
  ['collected', 'collectedAt'],
  ['collector', 'collector'],
  ['method', 'method'],
  ['held by', 'priorCustodian'],
  ['note', 'note'],
  ['taken in', 'tool'],
] as const;

export const historyLine = ({ entry, at, by, what }: HistoryLine): string => `${at}  ${oneLine(by)}  ${oneLine(what)}  (${entry})`;

/** Why an original has no text; of a web archive, what was found of it. */
export const problemLine = ({ code, reason }: Unreadable): string => `  ${(code === 'web-archive' ? 'archive' : 'not read').padEnd(10)} ${oneLine(reason)}`;

/** Of a page, what was found of the web archive that it came in. */
export const archiveLines = (archives: readonly ArchiveFound[]): readonly string[] =>
  archives.map(({ original, found }) => `  ${'archive'.padEnd(10)} ${original}: ${oneLine(found)}`);

export function custodyLines({
  original,
  document,
  sha256,
  size,
  mediaType,
  collection,
  containers,
  archives,
  parts,
  problem,
  lines,
}: Custody): readonly string[] {
  return [
    `${original}  “${oneLine(collection.name)}”${document === null ? '' : `, read as ${document}`}`,
    `  ${'original'.padEnd(10)} SHA-256 ${sha256}, ${size} bytes, ${mediaType}`,
    ...collectionLines(collection),
    ...(problem ? [problemLine(problem)] : []),
    ...(containers.length > 0 ? [`  ${'inside of'.padEnd(10)} ${containers.join(', ')}`] : []),
    ...archiveLines(archives),
    ...(parts.length > 0 ? [`  ${'holds'.padEnd(10)} ${parts.join(', ')}`] : []),
    ...lines.map((line) => `  ${line.step.padEnd(10)} ${historyLine(line)}`),
  ];
}
