// copies: documents that say the same words, and two of them side by side.
import { besides, copies as listCopies } from '../../desk/copies.ts';
import type { CopyAligned, CopyDocument, CopyRow, CopyStretch } from '../../model/copies.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { manyLines, oneLine } from '../printable.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';
import { withCasebook } from '../with-casebook.ts';

export const copies: Command = {
  name: 'copies',
  usage: '[ID [ID]] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Lists the documents that say the same words: one text edited, one inside of the other, or passages longer than a quotation of two sentences. It is\nwhat the machine finds; which was first is told only where the dates of publication say it. With one document, only its copies; with two,\nboth side by side (and with --json one value).',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS },
  words: [0, 2],
  examples: ['onrecord copies', 'onrecord copies d_0123456789abcdef', 'onrecord copies d_0123456789abcdef d_fedcba9876543210'],
  async run(call) {
    const [id, other] = call.words;
    if (id !== undefined && other !== undefined) {
      const found = await withCasebook(call, 'read', (casebook) => besides(casebook, id, other));
      call.out(call.json ? JSON.stringify(found) : besidesLines(found).join('\n'));
      return 0;
    }
    const rows = await withCasebook(call, 'read', (casebook) => listCopies(casebook, id, clocksOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : copyLines(row).join('\n'));
    if (rows.length === 0 && !call.json) call.note(id === undefined ? 'No two documents are copies.' : 'No other document is a copy of it.');
    return 0;
  },
};

const KINDS = { whole: 'one text, edited', inside: 'the shorter stands in the longer', passages: 'they share passages' } as const;

function copyLines(row: CopyRow): readonly string[] {
  const { left, right, kind, share, passages, first } = row;
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const which = first === null ? 'which was first is not known' : `${row[first].id} was published first`;
  return [
    `${left.id}  ${right.id}  ${KINDS[kind]}: ${Math.floor(share * 100)} % of the shorter, ${words} equal words; ${which}`,
    documentLine(left),
    documentLine(right),
  ];
}

const documentLine = ({ title, publisher, published }: CopyDocument): string =>
  `  ${(published ?? 'undated').padEnd(10)}  “${oneLine(title, 80)}”${publisher === null ? '' : `, ${oneLine(publisher, 60)}`}`;

const MARKS: Readonly<Record<CopyStretch['sort'], string>> = { same: '=', changed: '~', left: '<', right: '>', moved: '↕' };

function besidesLines({ row, left, right, stretches }: CopyAligned): readonly string[] {
  const head = row ? copyLines(row) : [`${left.id}  ${right.id}  no copies`, documentLine(left), documentLine(right)];
  return [...head, '', '= in both   ~ changed   < only in the first   > only in the second   ↕ moved', '', ...stretches.flatMap(stretchLines)];
}

function stretchLines({ sort, left, right }: CopyStretch): readonly string[] {
  const mark = MARKS[sort];
  const marked = (sign: string, text: string): readonly string[] =>
    text.trim() === ''
      ? []
      : manyLines(text.trim())
          .split('\n')
          .map((line) => `${sign} ${line}`.trimEnd());
  if (sort === 'same') return marked(mark, left);
  return [
    ...marked(sort === 'changed' ? '~<' : sort === 'moved' ? '↕<' : mark, left),
    ...marked(sort === 'changed' ? '~>' : sort === 'moved' ? '↕>' : mark, right),
  ];
}
