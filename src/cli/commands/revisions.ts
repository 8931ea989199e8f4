// revisions: other texts under one address, and the claims whose words are not there any more.
import { revisions as listRevisions } from '../../desk/revisions.ts';
import type { Revision, RevisedClaim, VersionShown } from '../../model/revisions.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const revisions: Command = {
  name: 'revisions',
  usage: '[ID]',
  about:
    'Lists where one address of the web had another text later, by the documents that are held of it, and the recorded claims whose words are not in\nthe later text: to be looked at, as nothing is withdrawn by the machine. With a document, only of its address. `onrecord copies ID ID` shows\nthe two texts side by side.',
  options: CASEBOOK,
  words: [0, 1],
  examples: ['onrecord revisions', 'onrecord revisions d_0123456789abcdef --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => listRevisions(casebook, call.words[0]));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : revisionLines(row).join('\n'));
    if (rows.length === 0 && !call.json) call.note('No address has two texts in this casebook.');
    return 0;
  },
};

const revisionLines = ({ address, earlier, later, claims }: Revision): readonly string[] => [
  `${earlier.id}  ${later.id}  ${oneLine(address, 120)}: ${claims.length === 0 ? 'no claim is touched' : `${claims.length} to look at`}`,
  versionLine(earlier),
  versionLine(later),
  ...claims.flatMap(revisedLines),
];

const versionLine = ({ at, by, title }: VersionShown): string => `  ${by} ${at}  “${oneLine(title, 80)}”`;

const revisedLines = ({ claim, words }: RevisedClaim): readonly string[] => [
  `    ${claimLine(claim)}`,
  words === null ? '      its words are gone from the later text' : `      now: “${oneLine(words, 160)}”`,
];
