// compare: how like two names are, and why.
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { compare as compareNames, compareLines, NAME_KINDS } from '../../desk/compare.ts';
import type { Command } from '../command.ts';
import { oneLine } from '../printable.ts';

export const compare: Command = {
  name: 'compare',
  usage: 'A B [--kind KIND] | --stdin',
  about:
    'Says how like two names are, from 0 to 1, and why. It is a proposal: only a person says that two names are of one. With --stdin it takes lines\nof kind, name and name, parted by tabs, and prints a score for each.',
  options: {
    kind: { type: 'string', value: 'KIND', about: `one of ${NAME_KINDS.join(', ')}; else person` },
    stdin: { type: 'boolean', about: 'take tab-separated lines from standard input' },
  },
  words: [0, 2],
  examples: ['onrecord compare "Mansour Raoufian" "منصور رئوفیان"', 'onrecord compare --stdin < pairs.tsv'],
  async run(call) {
    if (call.flag('stdin')) {
      for await (const score of compareLines(call.lines())) call.out(score);
      return 0;
    }
    const [a, b] = call.words;
    if (a === undefined || b === undefined) throw new Fault('bad-usage', '`compare` takes two names, or --stdin', 'Quote names that hold spaces.');
    const found = compareNames(a, b, oneOf(NAME_KINDS)(call.text('kind') ?? 'person', '--kind'));
    if (call.json) call.out(JSON.stringify(found));
    else {
      call.out(`${found.score.toFixed(2)}  ${found.verdict}`);
      for (const { a: mine, b: theirs, kind, points } of found.why)
        call.out(`  ${points >= 0 ? '+' : ''}${points.toFixed(2)}  ${kind}: ${oneLine(mine) || '–'} / ${oneLine(theirs) || '–'}`);
      for (const cap of found.caps) call.out(`  held down: ${oneLine(cap)}`);
    }
    return 0;
  },
};
