// reread, orphans: documents read again, and the claims that lost their place by it.
import { Fault } from '../../base/fault.ts';
import { liftClaim, orphans as listOrphans, placeOrphan } from '../../desk/orphans.ts';
import { claim } from '../../desk/questions.ts';
import { findQuote, textOf } from '../../desk/quoted.ts';
import { reread as readAgain, undoReread, type Reread } from '../../desk/reread.ts';
import type { Casebook } from '../../desk/casebook.ts';
import type { Orphan } from '../../model/answers.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, wholeNumber, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const reread: Command = {
  name: 'reread',
  usage: '[ID…] | undo ID [--by NAME]',
  about:
    'Reads documents again: those named, else those that another version of a reader read, or that wait for OCR. A new text stands from then on,\nand the old one is kept. Claims move where their words stand once in the new text; any other keeps its old words until a person places it\n(`onrecord orphans`). undo takes the last reading of one document back.',
  options: { ...CASEBOOK, ...BY },
  words: [0, Infinity],
  examples: ['onrecord reread', 'onrecord reread d_0123456789abcdef', 'onrecord reread undo d_0123456789abcdef'],
  async run(call) {
    const done = await withCasebook(call, 'write', async (casebook) => {
      const all: Reread[] = [];
      for await (const each of rereadings(casebook, call)) {
        all.push(each);
        call.out(call.json ? JSON.stringify(each) : line(each));
      }
      return all;
    });
    if (done.length === 0 && !call.json) call.note('Every document was read by the readers of this version, and none waits for OCR.');
    const orphaned = done.reduce((sum, each) => sum + each.orphans, 0);
    if (orphaned > 0 && !call.json) call.note(`${orphaned} claims lost their place. Next: onrecord orphans`);
    return done.some(({ outcome }) => outcome === 'kept' || outcome === 'unreadable') ? 1 : 0;
  },
};

function rereadings(casebook: Casebook, call: Call): AsyncIterable<Reread> {
  const [verb, ...ids] = call.words;
  return verb === 'undo' ? undone(casebook, ids) : readAgain(casebook, call.words, call.stopped);
}

async function* undone(casebook: Casebook, [id, ...others]: readonly string[]): AsyncGenerator<Reread> {
  if (id === undefined || others.length > 0) throw new Fault('bad-usage', '`reread undo` takes one document', 'Call it once for each.');
  yield await undoReread(casebook, id);
}

function line({ id, name, outcome, moved, orphans, suggestions, problem }: Reread): string {
  const of = oneLine(name, 70);
  if (outcome === 'same') return `${id}  nothing new  ${of}`;
  if (problem) return `${id}  ${outcome === 'kept' ? 'not read this time, its text stands' : 'still not read'}: ${problem.reason} ${problem.hint}  ${of}`;
  if (outcome === 'read') return `${id}  read for the first time, ${suggestions} suggestions  ${of}`;
  return `${id}  a new text stands: ${moved} claims moved, ${orphans} lost their place, ${suggestions} suggestions  ${of}`;
}

export const orphans: Command = {
  name: 'orphans',
  usage: '[place|lift ID] [--document ID] [--quote TEXT] [--start N] [--end N] [--reason TEXT] [--by NAME]',
  about:
    'Lists the claims that lost their place when their document was read again, with the passages of the new text that they may be. place says\nwhere one stands: the words of the new text, or their offsets. lift takes that back, or a move of the machine’s. The claim keeps its\ncontent; to change what it says, amend it.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    document: { type: 'string', value: 'ID', about: 'of the list: only of this document' },
    quote: { type: 'string', value: 'TEXT', about: 'of place: its words in the new text, letter by letter' },
    start: { type: 'string', value: 'N', about: 'of place: where they begin, in code points' },
    end: { type: 'string', value: 'N', about: 'of place: where they end' },
  },
  words: [0, 2],
  examples: ['onrecord orphans', 'onrecord orphans place s_0123456789abcdef --start 1204 --end 1266', 'onrecord orphans lift s_0123456789abcdef'],
  async run(call) {
    const [verb, id] = call.words;
    if (verb === undefined) return list(call);
    const row = await withCasebook(call, 'write', (casebook) => act(casebook, call, verb, id));
    call.out(call.json ? JSON.stringify(row) : claimLine(row));
    return 0;
  },
};

async function list(call: Call): Promise<0> {
  const found = await withCasebook(call, 'read', (casebook) => listOrphans(casebook, call.text('document')));
  for (const each of found) call.out(call.json ? JSON.stringify(each) : orphanLines(each).join('\n'));
  if (found.length === 0 && !call.json) call.note('Every claim has its place.');
  return 0;
}

function orphanLines({ claim: row, before, after, candidates }: Orphan): readonly string[] {
  const last = Array.from(oneLine(before, 400)).slice(-40).join('');
  const may = candidates.map(({ start, end, exact }) => `    may be --start ${start} --end ${end}  “${oneLine(exact, 90)}”`);
  return [claimLine(row), `    was in “${last} [${oneLine(row.quote.exact, 90)}] ${oneLine(after, 40)}”`, ...may];
}

async function act(casebook: Casebook, call: Call, verb: string, id: string | undefined) {
  const reason = call.text('reason') ?? null;
  if (verb === 'lift' && id !== undefined) return liftClaim(casebook, id, reason);
  if (verb === 'place' && id !== undefined) return placeOrphan(casebook, id, await spanOf(casebook, call, id), reason);
  throw new Fault('bad-usage', `\`orphans ${call.words.join(' ')}\` is no call`, 'There are: orphans; orphans place ID …; orphans lift ID.');
}

async function spanOf(casebook: Casebook, call: Call, id: string) {
  const [quote, start, end] = [call.text('quote'), wholeNumber(call, 'start'), wholeNumber(call, 'end')];
  if (quote !== undefined) return findQuote(await textOf(casebook, (await claim(casebook, id)).document), quote, start);
  if (start !== undefined && end !== undefined) return { start, end };
  throw new Fault('bad-usage', '`orphans place` wants the passage', 'Give it as --quote TEXT, or as --start N --end N.');
}
