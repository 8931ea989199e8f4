// elements, history: which elements of a crime a team has claims for, and what people did about one thing.
import { elements as elementsOf } from '../../desk/elements.ts';
import { historyOf } from '../../desk/history.ts';
import type { ElementsTold } from '../../model/element.ts';
import type { ActLine } from '../../model/history.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const elements: Command = {
  name: 'elements',
  usage: '[ID] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Shows the lists of elements of crimes that the team keeps (`labels`), each element with the recorded claims that people tagged with it (`label --list`), and which have\nnone: of one claim, event, proceeding, name or document, or of the whole record. That a claim bears on an element is a person’s word, and no finding.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS },
  words: [0, 1],
  examples: ['onrecord elements', 'onrecord elements ev_0123456789abcdef --json'],
  async run(call) {
    const told = await withCasebook(call, 'read', (casebook) => elementsOf(casebook, call.words[0] ?? null, clocksOf(call)));
    call.out(call.json ? JSON.stringify(told) : elementLines(told).join('\n'));
    if (told.lists.length === 0 && !call.json) call.note('The team keeps no list yet. Keep one: onrecord labels LIST --file FILE.');
    return 0;
  },
};

const elementLines = ({ lists, asOf }: ElementsTold): readonly string[] =>
  lists.flatMap(({ list, elements: all, blank }) => [
    `${oneLine(list)}: ${all.length - blank} of ${all.length} elements have a claim; for ${blank} none was found in this record as of ${asOf}`,
    ...all.flatMap(({ label, about, claims, whole, more }) => [
      `  ${oneLine(label)}${about ? `: ${oneLine(about, 90)}` : ''}`,
      ...claims.map(({ claim, tag }) => `    ${claimLine(claim)} [${oneLine(tag.by)}${tag.text ? `: ${oneLine(tag.text, 60)}` : ''}]`),
      ...whole.map((tag) => `    ${tag.about.id}  as a whole, by ${oneLine(tag.by)}${tag.text ? `: ${oneLine(tag.text, 60)}` : ''}`),
      ...(claims.length + whole.length === 0 ? ['    none found in this record'] : []),
      ...(more > 0 ? [`    … and ${more} more`] : []),
    ]),
  ]);

export const history: Command = {
  name: 'history',
  usage: 'ID',
  about:
    'Shows what people decided and remarked about one claim, event, proceeding, name, document or publisher: each with its entry of the log, who, when and why; what was taken\nback too. How an original came and was kept shows `custody`.',
  options: CASEBOOK,
  words: [1, 1],
  examples: ['onrecord history ev_0123456789abcdef', 'onrecord history n_0123456789abcdef --json'],
  async run(call) {
    const lines = await withCasebook(call, 'read', (casebook) => historyOf(casebook, call.words[0] ?? ''));
    for (const line of lines) call.out(call.json ? JSON.stringify(line) : actLine(line));
    if (lines.length === 0 && !call.json) call.note('Nobody decided or remarked anything about it.');
    return 0;
  },
};

const actLine = ({ entry, at, by, kind, what, reason }: ActLine): string =>
  `${at}  ${kind}${what === null ? '' : `: ${what}`}, by ${oneLine(by)}${reason ? `: ${oneLine(reason)}` : ''} (${entry})`;
