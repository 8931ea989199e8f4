// From bytes to the entries of a list: a table of text or of a spreadsheet, names one a line, or entities of FollowTheMoney. Inside of the reading process.
import type { ListColumn, ListEntry, ListFormat, ListNote } from '../../model/name-list.ts';
import type { Unreadable } from '../../model/document.ts';
import { decodeText } from '../decode-text.ts';
import type { Plan } from '../outcome.ts';
import { unreadable } from '../unreadable.ts';
import { XmlError } from '../xml.ts';
import { openZip, ZipDamaged } from '../zip.ts';
import { EntryGathering, MOST_NAMES, TooManyNames } from './gather-entries.ts';
import { looksLikeFtm, readFtm } from './read-ftm.ts';
import { NoNames, readRows, readTable } from './read-table.ts';
import { readSheet, SPREADSHEET } from './sheet-rows.ts';
import { OpenQuote } from './table-rows.ts';

/** How a list was read: what each column was taken for, and what was left out. */
export type ListHead = { readonly format: ListFormat; readonly columns: readonly ListColumn[]; readonly notes: readonly ListNote[] };

/** Gives each entry to `emit`, in order. What comes back instead of a head is why it is no list. */
export function readNameList(bytes: Uint8Array, plan: Plan, said: readonly ListColumn[], emit: (entry: ListEntry) => void): ListHead | Unreadable {
  if (bytes.length === 0) return unreadable('empty');
  const read = plan.mediaType === SPREADSHEET ? sheetOf(bytes) : TEXTS.has(plan.mediaType) ? textOf(bytes) : null;
  if (read === null) return unreadable('no-list', `It looks like ${plan.mediaType}.`);
  if (typeof read !== 'function') return read;
  const gathering = new EntryGathering();
  let entries = 0;
  const count = (entry: ListEntry): void => {
    entries++;
    emit(entry);
  };
  try {
    const head = read(said, gathering, count);
    return entries > 0 ? { ...head, notes: gathering.notes } : unreadable('no-list', 'No row of it holds a name.');
  } catch (error) {
    return problemOf(error);
  }
}

type Read = (said: readonly ListColumn[], gathering: EntryGathering, emit: (entry: ListEntry) => void) => Omit<ListHead, 'notes'>;

function textOf(bytes: Uint8Array): Read | Unreadable {
  const decoded = decodeText(bytes);
  return decoded.ok ? (said, gathering, emit) => asList(decoded.text, said, gathering, emit) : unreadable(decoded.code, decoded.detail);
}

function sheetOf(bytes: Uint8Array): Read | Unreadable {
  const archive = openZip(bytes);
  if (!archive.ok) return archive.problem;
  return (said, gathering, emit) => {
    const { rows, others } = readSheet(archive);
    for (let n = 0; n < others; n++) gathering.note('other-sheets', 1);
    return readRows(
      rows.values(),
      rows.every(({ cells }) => cells.length <= 1),
      { said, gathering, emit },
    );
  };
}

function asList(text: string, said: readonly ListColumn[], gathering: EntryGathering, emit: (entry: ListEntry) => void): Omit<ListHead, 'notes'> {
  if (!looksLikeFtm(text)) return readTable(text, said, gathering, emit);
  readFtm(text, gathering, emit);
  return { format: 'ftm', columns: [] };
}

/** JSON lines are known by no ending that tells, and text that is none of these is told by its words. */
const TEXTS: ReadonlySet<string> = new Set([
  'text/plain', 'text/csv', 'text/tab-separated-values', 'application/json', 'application/x-ndjson', 'application/octet-stream',
]); // prettier-ignore

const MOST_SHOWN = 20;

function problemOf(error: unknown): Unreadable {
  if (error instanceof NoNames) {
    const columns = error.columns.slice(0, MOST_SHOWN).map((cell) => `“${cell.trim().slice(0, 30)}”`);
    return unreadable('no-names', `${error.message} The columns are ${columns.join(', ') || 'none'}.`);
  }
  if (error instanceof XmlError || error instanceof ZipDamaged) return unreadable('damaged', `${error.message}.`);
  if (error instanceof OpenQuote) return unreadable('damaged', error.message);
  if (error instanceof TooManyNames) return unreadable('too-many-names', `The limit is ${MOST_NAMES} names.`);
  throw error;
}
