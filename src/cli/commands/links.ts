// link, origin: what people say of how happenings hang together, and of which sources are one.
import { Fault } from '../../base/fault.ts';
import { linkHappenings } from '../../desk/links.ts';
import { joinOrigins, splitOrigins } from '../../desk/origins.ts';
import { pick } from '../../desk/parse-filter.ts';
import { LINKS, type LinkRow } from '../../model/link.ts';
import { BY, CASEBOOK, REASON, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { judgementLine } from './entities.ts';

export const linkLine = ({ link, left, right, by, at, reason, undone, entry }: LinkRow): string =>
  `“${oneLine(left.label, 60)}” ${link} “${oneLine(right.label, 60)}”, by ${oneLine(by)}, ${at}: ${oneLine(reason)}${undone ? ' (taken back)' : ''} (${entry})`;

export const link: Command = {
  name: 'link',
  usage: 'ID "part of"|"led to" ID --reason TEXT [--by NAME]',
  about:
    'Says that a happening is a part of another (a killing within a massacre), or led to it (the plot to the arrest, the arrest to the trial). Each is named by a claim\nthat tells of it (s_…, c_…) or its event (ev_…). `review undo` takes it back. Refused where it would go round in a circle.',
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [3, 3],
  examples: ['onrecord link ev_0123456789abcdef "led to" ev_fedcba9876543210 --reason "the indictment names the plot"'],
  async run(call) {
    const [from = '', how = '', to = ''] = call.words;
    const made = await withCasebook(call, 'write', (casebook) => linkHappenings(casebook, pick(LINKS, how, 'link'), from, to, call.text('reason') ?? null));
    call.out(call.json ? JSON.stringify(made) : linkLine(made));
    return 0;
  },
};

export const origin: Command = {
  name: 'origin',
  usage: 'join|split ID|PUBLISHER ID|PUBLISHER… --reason TEXT [--by NAME]',
  about:
    'Says that documents (d_…) rest on one source, or on two that are independent; or, of publishers by name, that they have one owner, or that they have not. The first, and each of\nthe others. Counts of origins follow it, and give the reason; `review undo` takes it back.',
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [3, Infinity],
  examples: [
    'onrecord origin split d_0123456789abcdef d_fedcba9876543210 --reason "each spoke with the guard"',
    'onrecord origin join "Holmvik Posten" "The Norvale Herald" --reason "one company owns both"',
  ],
  async run(call) {
    const [verb = '', ...ids] = call.words;
    const decide = { join: joinOrigins, split: splitOrigins }[verb];
    if (!decide) throw new Fault('bad-usage', `there is no origin "${verb}"`, 'There are: join, split.');
    const made = await withCasebook(call, 'write', (casebook) => decide(casebook, ids, call.text('reason') ?? null));
    for (const each of made) call.out(call.json ? JSON.stringify(each) : judgementLine(each));
    return 0;
  },
};
