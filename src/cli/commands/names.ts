// names: lists of names that a user brings, and what of the record is like them.
import { Fault } from '../../base/fault.ts';
import { findOnLists, listHits } from '../../desk/list-hits.ts';
import { addList, nameLists, setSearched } from '../../desk/name-lists.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import type { ListedView, NameListRow } from '../../model/list-answers.ts';
import { COLUMN_USES, type ListColumn, type ListNote } from '../../model/name-list.ts';
import { oneOf } from '../../base/shape.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { foundLine, hitLines } from '../list-lines.ts';
import { lookedOn } from '../looked-on.ts';
import { oneLine } from '../printable.ts';
import { judgementLine } from './entities.ts';
import { withCasebook } from '../with-casebook.ts';

/** Hits that are listed if not told otherwise. */
const MOST = 200;
/** How long names are looked up. */
const SECONDS = 5;

export const names: Command = {
  name: 'names',
  usage: 'list [add FILE… | remove ID | restore ID] | hits [--most N] [--all] | find NAME',
  about:
    'Lists of names that you bring (a table as CSV or xlsx, one name a line, or FollowTheMoney entities as JSON lines), to hold the record’s names against.\nA list is kept as it came and enters no claim; `hits` says which names of the record are like names on lists, and why. That somebody is the one on\nthe list only a person says: onrecord same n_… x_….',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    name: { type: 'string', value: 'TITLE', about: 'of add: what the list is called; else its file’s name' },
    source: { type: 'string', value: 'TEXT', about: 'of add: where it comes from' },
    sensitivity: { type: 'string', value: 'WORD', about: `of add: ${SENSITIVITIES.join(', ')}; exports tell of no list that is more than they may` },
    column: {
      type: 'string',
      value: 'USE=HEADING',
      many: true,
      about: `of add: what a column holds, by its heading or number; USE is one of ${COLUMN_USES.join(', ')}`,
    },
    most: { type: 'string', value: 'N', about: `of hits: so many at most; ${MOST} if not given` },
    all: { type: 'boolean', about: 'of hits: look up every name, however long it takes' },
  },
  words: [1, Infinity],
  examples: [
    'onrecord names list add sanctions.csv --name "Sanctions of Holmvik, 2026" --source https://example.org/list',
    'onrecord names list add officers.txt --column name="Full name" --column father=4',
    'onrecord names hits',
  ],
  async run(call) {
    const [verb, ...words] = call.words;
    if (verb === 'list') return list(call, words);
    if (verb === 'hits' && words.length === 0) return hits(call);
    if (verb === 'find' && words.length > 0) return find(call, words.join(' '));
    throw new Fault('bad-usage', `there is no \`names ${call.words.join(' ')}\``, `Usage: onrecord names ${names.usage}`);
  },
};

async function list(call: Call, [verb, ...words]: readonly string[]): Promise<0 | 1> {
  if (verb === undefined) {
    const rows = await withCasebook(call, 'read', (casebook) => nameLists(casebook));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : listLine(row));
    if (rows.length === 0 && !call.json) call.note('No list was brought. Bring one: onrecord names list add FILE.');
    return 0;
  }
  if (verb === 'add' && words.length > 0) return add(call, words);
  const [id, ...more] = words;
  if ((verb === 'remove' || verb === 'restore') && id !== undefined && more.length === 0) {
    const row = await withCasebook(call, 'write', (casebook) => setSearched(casebook, id, verb === 'restore', call.text('reason') ?? null));
    call.out(call.json ? JSON.stringify(row) : listLine(row));
    if (verb === 'remove' && !call.json) call.note(`Its file stays. \`onrecord erase ${id} --reason TEXT\` destroys it.`);
    return 0;
  }
  throw new Fault('bad-usage', `there is no \`names list ${[verb, ...words].join(' ')}\``, `Usage: onrecord names ${names.usage}`);
}

async function add(call: Call, files: readonly string[]): Promise<0 | 1> {
  const [title, source, sensitivity] = [call.text('name'), call.text('source'), call.text('sensitivity')];
  if (title !== undefined && files.length > 1) throw new Fault('bad-usage', '--name is of one list', 'Add the files one by one.');
  const stated = {
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(sensitivity === undefined ? {} : { sensitivity: oneOf(SENSITIVITIES)(sensitivity, '--sensitivity') }),
    columns: call.texts('column').map(columnOf),
  };
  let status: 0 | 1 = 0;
  await withCasebook(call, 'write', async (casebook) => {
    for (const file of files) {
      const added = await addList(casebook, file, stated, call.stopped);
      if (added.outcome === 'unreadable') status = 1;
      if (call.json) call.out(JSON.stringify({ path: file, ...added }));
      else if (added.list) for (const line of addedLines(added.list, added.outcome === 'held')) call.out(line);
      else call.out(`Not taken in: ${oneLine(file)}. ${added.problem?.reason ?? ''} ${added.problem?.hint ?? ''}`);
    }
  });
  return status;
}

function columnOf(words: string): ListColumn {
  const [, use, column] = /^([^=]+)=(.+)$/.exec(words) ?? [];
  if (use === undefined || column === undefined) throw new Fault('bad-usage', `--column ${words} says nothing`, 'Give it as --column name=HEADING.');
  return { use: oneOf(COLUMN_USES)(use, '--column'), column };
}

const NOTES: Readonly<Record<ListNote['code'], string>> = {
  'no-name': 'rows without a name were left out',
  'not-named': 'entities that are neither people nor organizations were left out',
  'broken-line': 'lines that are no entity were left out',
  'other-sheets': 'further sheets of the file were not read',
  ragged: 'rows have more or fewer cells than the first',
  'repeated-id': 'rows have an id that stood before; all are kept',
  'hidden-marks': 'names held hidden direction marks, which were left out',
  'too-long': 'names were too long, and were left out',
  'more-names': 'entries have more names than are kept',
};

const noteLine = ({ code, count, rows }: ListNote): string =>
  `  note     ${count} ${NOTES[code]} (lines ${rows.join(', ')}${count > rows.length ? ', …' : ''})`;

const listLine = ({ id, title, entries, names: count, source, searched, by, at }: NameListRow): string =>
  `${id}  “${oneLine(title, 60)}”: ${count} names of ${entries} entries${source ? `, from ${oneLine(source, 80)}` : ''}, by ${oneLine(by)}, ${at}${searched ? '' : '  NOT SEARCHED'}`;

const addedLines = (row: NameListRow, isHeld: boolean): readonly string[] => [
  ...(isHeld ? ['Held already:'] : []),
  listLine(row),
  ...(row.columns.length > 0 ? [`  columns  ${row.columns.map(({ use, column }) => `${use}: “${oneLine(column, 40)}”`).join(', ')}`] : []),
  ...row.notes.map(noteLine),
];

async function hits(call: Call): Promise<0> {
  const most = call.text('most') === undefined ? MOST : Number(call.text('most'));
  if (!Number.isSafeInteger(most) || most < 1)
    throw new Fault('bad-usage', `--most ${call.text('most') ?? ''} is no count`, 'Give a whole number: --most 200.');
  const found = await withCasebook(call, 'read', (casebook) => listHits(casebook, most, call.flag('all') ? null : SECONDS * 1000, lookedOn(call)));
  call.progress('');
  for (const hit of found.hits) call.out(call.json ? JSON.stringify(hit) : hitLines(hit).join('\n'));
  if (found.looked < found.names) call.note(`Looked up ${found.looked} of ${found.names} names; --all looks up the rest.`);
  if (found.more) call.note('More wait: --most gives them.');
  if (found.lists === 0) call.note('No list is searched. Bring one: onrecord names list add FILE.');
  else if (found.hits.length === 0 && !call.json) call.note('No name of the record is like a name on a list.');
  return 0;
}

async function find(call: Call, words: string): Promise<0> {
  const found = await withCasebook(call, 'read', (casebook) => findOnLists(casebook, words));
  for (const each of found) call.out(call.json ? JSON.stringify(each) : foundLine(each));
  if (found.length === 0 && !call.json) call.note('No list that is searched has a name like that.');
  return 0;
}

/** An entry of a list whole: for `show`. */
export const listedLines = ({ entry, judgements }: ListedView): readonly string[] => [
  `${entry.id}  on the list “${oneLine(entry.title)}” (${entry.list}), line ${entry.row}: what follows is the list’s word, and is not in the record`,
  ...entry.names.map((name) => `  name       “${oneLine(name)}”`),
  ...(entry.ownId === null ? [] : [`  id there   ${oneLine(entry.ownId)}`]),
  ...entry.facts.map(({ what, words }) => `  ${what.padEnd(10)} ${oneLine(words)}`),
  ...judgements.map((each) => `  judged     ${judgementLine(each)}`),
];
