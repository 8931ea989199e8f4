// note, label, labels, assign, done, assess, being, remarks: what a team says among itself of things in the record.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { endOf, pick } from '../../desk/parse-filter.ts';
import {
  assess as assessIn,
  assign as assignIn,
  endRemark,
  keepLabels,
  label as labelIn,
  labelLists,
  note as noteIn,
  remarks as remarksIn,
  sayBeing,
} from '../../desk/remarks.ts';
import { BEINGS, RELIABILITIES, REMARK_SORTS, type LabelList, type RemarkRow } from '../../model/remark.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { withCasebook } from '../with-casebook.ts';

const WHAT = 'claims (s_…, c_…), names (n_…), events (ev_…), proceedings (pr_…), publishers (u_…) or documents (d_…)';
const INSIDE = 'It is no claim, and no file for others holds it.';
const ID = 's_0123456789abcdef';

function print(call: Call, rows: readonly RemarkRow[]): 0 {
  for (const row of rows) call.out(call.json ? JSON.stringify(row) : `${row.about.id}  “${oneLine(row.about.label, 60)}”: ${remarkLine(row)}`);
  return 0;
}

export const note: Command = {
  name: 'note',
  usage: 'TEXT ID… [--by NAME]',
  about: `Notes something on ${WHAT}. ${INSIDE}`,
  options: { ...CASEBOOK, ...BY },
  words: [2, Infinity],
  examples: [`onrecord note "ask the archive for page 2" ${ID}`],
  run: async (call) => print(call, await withCasebook(call, 'write', (casebook) => noteIn(casebook, call.words.slice(1), call.words[0] ?? ''))),
};

export const label: Command = {
  name: 'label',
  usage: 'LABEL ID… [--list LIST] [--reason TEXT] [--by NAME]',
  about: `Labels ${WHAT}: with a word of the team’s own, or an element of one of its lists (\`labels\`). Lists of claims take --label. ${INSIDE}`,
  options: { ...CASEBOOK, ...BY, ...REASON, list: { type: 'string', value: 'LIST', about: 'the list that the label is of' } },
  words: [2, Infinity],
  examples: [`onrecord label urgent ${ID}`, `onrecord label "widespread or systematic" ${ID} --list "crimes against humanity"`],
  async run(call) {
    const [value = '', ...ids] = call.words;
    return print(call, await withCasebook(call, 'write', (casebook) => labelIn(casebook, ids, value, call.text('list') ?? null, call.text('reason') ?? null)));
  },
};

export const labels: Command = {
  name: 'labels',
  usage: '[LIST --file FILE [--by NAME]]',
  about:
    'Shows the team’s lists of labels; with --file, keeps one, in the place of the one of that name: a label a line, what it means after a tab. An empty file ends\nthe list. What was labelled keeps its labels.',
  options: { ...CASEBOOK, ...BY, file: { type: 'string', value: 'FILE', about: 'the labels of LIST' } },
  words: [0, 1],
  examples: ['onrecord labels', 'onrecord labels "crimes against humanity" --file elements.txt'],
  async run(call) {
    const [list] = call.words;
    const file = call.text('file');
    if ((list === undefined) !== (file === undefined))
      throw new Fault('bad-usage', 'a list is kept by its name and a file', 'Usage: onrecord labels LIST --file FILE');
    const lists = list === undefined || file === undefined ? await withCasebook(call, 'read', labelLists) : await keepFrom(call, list, file);
    for (const each of lists) call.out(call.json ? JSON.stringify(each) : listLines(each).join('\n'));
    if (lists.length === 0 && !call.json) call.note('There is no list of labels yet.');
    return 0;
  },
};

async function keepFrom(call: Call, list: string, file: string): Promise<readonly LabelList[]> {
  const text = await readFile(resolve(call.folder, file), 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', `the file ${file} cannot be read`, 'Check the path.', cause);
  });
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const given = lines.map((line) => {
    const [name = '', ...about] = line.split('\t');
    return { label: name.trim(), about: about.join(' ').trim() };
  });
  return withCasebook(call, 'write', (casebook) => keepLabels(casebook, { list, labels: given }));
}

const listLines = ({ list, labels: all }: LabelList): readonly string[] => [
  oneLine(list),
  ...all.map((each) => `  ${oneLine(each.label)}${each.about ? `: ${oneLine(each.about)}` : ''}`),
];

export const assign: Command = {
  name: 'assign',
  usage: 'NAME ID… [--reason TEXT] [--by NAME]',
  about: `Asks somebody, by the name that they act under, to see to ${WHAT}. ${INSIDE}`,
  options: { ...CASEBOOK, ...BY, reason: { type: 'string', value: 'TEXT', about: 'what is to be done; stays in the record' } },
  words: [2, Infinity],
  examples: [`onrecord assign "Navid Ostovar" ${ID} --reason "is the date right?"`],
  async run(call) {
    const [to = '', ...ids] = call.words;
    return print(call, await withCasebook(call, 'write', (casebook) => assignIn(casebook, ids, to, call.text('reason') ?? null)));
  },
};

export const done: Command = {
  name: 'done',
  usage: 'ENTRY [--reason TEXT] [--by NAME]',
  about: 'Says that what somebody was asked to see to (`assign`) is done.',
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [1, 1],
  examples: ['onrecord done e_0123456789abcdef'],
  run: async (call) =>
    print(call, [await withCasebook(call, 'write', (casebook) => endRemark(casebook, call.words[0] ?? '', 'done', call.text('reason') ?? null))]),
};

export const assess: Command = {
  name: 'assess',
  usage: 'STEP ID… --reason TEXT [--by NAME]',
  about: `Says how reliable the person at the desk holds a source to be, a document (d_…), a publisher (u_…) or whoever speaks (n_…): ${RELIABILITIES.map((each) => `"${each}"`).join(', ')}. With a name on it and its grounds; never computed, and in no count.`,
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [2, Infinity],
  examples: ['onrecord assess "likely reliable" d_0123456789abcdef --reason "saw the register itself"'],
  async run(call) {
    const [step = '', ...ids] = call.words;
    return print(call, await withCasebook(call, 'write', (casebook) => assessIn(casebook, ids, step, call.text('reason') ?? null)));
  },
};

const knownAt = (day: string | undefined): { readonly knownAt?: string } => (day === undefined ? {} : { knownAt: endOf(day) });

export const being: Command = {
  name: 'being',
  usage: `${BEINGS.join('|')} ID… [--reason TEXT] [--by NAME]`,
  about:
    'Says of names (n_…) what they are of. Their pages follow it, and nothing else does; until somebody says it, the program only tells what they seem to be.',
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [2, Infinity],
  examples: ['onrecord being person n_0123456789abcdef'],
  async run(call) {
    const [what = '', ...ids] = call.words;
    return print(call, await withCasebook(call, 'write', (casebook) => sayBeing(casebook, ids, what, call.text('reason') ?? null)));
  },
};

export const remarks: Command = {
  name: 'remarks',
  usage: '[ID…] [--sort SORT] [--to NAME] [--all] [--known-by EDTF]',
  about: 'Lists notes, labels, assignments and assessments of sources: of some things, or of all. `review undo ENTRY` takes one back.',
  options: {
    ...CASEBOOK,
    sort: { type: 'string', value: 'SORT', about: `one of ${REMARK_SORTS.join(', ')}` },
    to: { type: 'string', value: 'NAME', about: 'only what this person was asked to see to' },
    all: { type: 'boolean', about: 'also what was taken back or is done' },
    'known-by': { type: 'string', value: 'EDTF', about: 'as they stood then' },
  },
  words: [0, Infinity],
  examples: ['onrecord remarks --to "Navid Ostovar"', `onrecord remarks ${ID} --all`],
  async run(call) {
    const [sort, to] = [call.text('sort'), call.text('to')];
    const asked = {
      ...(call.words.length === 0 ? {} : { about: call.words }),
      ...(sort === undefined ? {} : { sort: pick(REMARK_SORTS, sort, 'sort of remark') }),
      ...(to === undefined ? {} : { to }),
      ...knownAt(call.text('known-by')),
      ended: call.flag('all'),
    };
    const rows = await withCasebook(call, 'read', (casebook) => remarksIn(casebook, asked));
    if (rows.length === 0 && !call.json) call.note('Nobody remarked on anything that fits.');
    return print(call, rows);
  },
};
