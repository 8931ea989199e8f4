// revisions: other texts under one address, and the claims whose words are not there any more.
import { Fault } from '../../base/fault.ts';
import { revisions as listRevisions, settleRevisions } from '../../desk/revisions.ts';
import type { Revision, RevisedClaim, VersionShown } from '../../model/revisions.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';
import { withCasebook } from '../with-casebook.ts';

export const revisions: Command = {
  name: 'revisions',
  usage: '[ID] [--open] [--at EDTF] [--said-by EDTF] [--known-by EDTF] | settle CLAIM… --reason TEXT [--by NAME]',
  about:
    'Lists where one address of the web had another text later, by the documents that are held of it, and the recorded claims whose words are not in\nthe later text: to be looked at, as nothing is withdrawn by the machine. With a document, only of its address. `onrecord copies ID ID` shows\nthe two texts side by side. `settle` says of such claims that you looked at them, and what became of it: then they are to be looked at no more, and\nthe claims themselves stay as they are; `review undo` takes it back. With --open, only what is still to be looked at.',
  options: { ...CASEBOOK, ...BY, ...REASON, ...CLOCK_OPTIONS, open: { type: 'boolean', about: 'only claims that nobody has looked at yet' } },
  words: [0, Infinity],
  examples: [
    'onrecord revisions',
    'onrecord revisions d_0123456789abcdef --json',
    'onrecord revisions settle c_0123456789abcdef --reason "only the spelling was changed"',
  ],
  async run(call) {
    if (call.words[0] === 'settle') return settle(call);
    if (call.words.length > 1)
      throw new Fault('bad-usage', 'one document is named at most', 'Say `onrecord revisions ID`, or `onrecord revisions settle CLAIM…`.');
    const all = await withCasebook(call, 'read', (casebook) => listRevisions(casebook, call.words[0], clocksOf(call)));
    const rows = call.flag('open') ? all.map(stillOpen).filter(({ claims }) => claims.length > 0) : all;
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : revisionLines(row).join('\n'));
    if (rows.length === 0 && !call.json)
      call.note(all.length === 0 ? 'No address has two texts in this casebook.' : 'Every claim whose words were changed was looked at.');
    return 0;
  },
};

async function settle(call: Call): Promise<0> {
  const [, ...claims] = call.words;
  if (claims.length === 0) throw new Fault('bad-usage', 'no claim is named', '`onrecord revisions --open` lists those that are to be looked at.');
  const made = await withCasebook(call, 'write', (casebook) => settleRevisions(casebook, claims, call.text('reason') ?? null));
  for (const each of made) call.out(call.json ? JSON.stringify(each) : remarkLine(each));
  return 0;
}

const stillOpen = (row: Revision): Revision => ({ ...row, claims: row.claims.filter(({ settled }) => settled === null) });

const revisionLines = ({ address, earlier, later, claims }: Revision): readonly string[] => [
  `${earlier.id}  ${later.id}  ${oneLine(address, 120)}: ${claims.length === 0 ? 'no claim is touched' : `${claims.filter(({ settled }) => settled === null).length} to look at`}`,
  versionLine(earlier),
  versionLine(later),
  ...claims.flatMap(revisedLines),
];

const versionLine = ({ at, by, title }: VersionShown): string => `  ${by} ${at}  “${oneLine(title, 80)}”`;

const revisedLines = ({ claim, words, settled }: RevisedClaim): readonly string[] => [
  `    ${claimLine(claim)}`,
  words === null ? '      its words are gone from the later text' : `      now: “${oneLine(words, 160)}”`,
  ...(settled ? [`      ${remarkLine(settled)}`] : []),
];
