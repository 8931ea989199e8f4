// events: what claims say happened, joined by people or proposed to be.
import { event, events as listEvents } from '../../desk/events.ts';
import { eventOrigins } from '../../desk/origins-of.ts';
import type { AttributeWeighed, EventOrigins, EventRow, EventView, OriginCount } from '../../model/event.ts';
import { kindEntry } from '../../model/vocabulary.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { judgementLine } from './entities.ts';
import { remarksAbout } from '../../desk/remarks-about.ts';
import type { Figures } from '../../model/figures.ts';
import { remarkLine } from '../remark-lines.ts';
import { clocksOf, FILTER_OPTIONS, filterOf } from './lists.ts';

export const events: Command = {
  name: 'events',
  usage: '[--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about: 'Lists what claims say happened. Claims are of one event where people joined them (`onrecord same`); else that they may be is a proposal.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord events --kind arrest', 'onrecord events --recorded-only --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => listEvents(casebook, filterOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : eventLine(row));
    if (rows.length === 0 && !call.json) call.note('No claim or suggestion that fits tells of a happening.');
    return 0;
  },
};

function eventLine({ id, kind, label, claims, joined }: EventRow): string {
  const proposed = claims.length - Math.max(joined.length, 1);
  const held = joined.length > 0 ? `${joined.length} joined by people` : '1 claim';
  return `${id}  ${kindEntry(kind).label}: “${oneLine(label, 90)}” (${held}${proposed > 0 ? `, ${proposed} proposed` : ''})`;
}

export const origins: Command = {
  name: 'origins',
  usage: '[--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Lists for each happening how many documents tell of it and how many origins these come to, once copies and shared sources are taken out, with the\nreason for each. `onrecord show ev_…` has it for each attribute; `onrecord origin join|split` says what people know of it.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord origins --kind massacre', 'onrecord origins --said-by 2021 --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => eventOrigins(casebook, filterOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : originRowLines(row).join('\n'));
    if (rows.length === 0 && !call.json) call.note('No recorded claim that fits tells of a happening.');
    return 0;
  },
};

const originRowLines = ({ id, kind, label, ...count }: EventOrigins): readonly string[] => [
  `${id}  ${kindEntry(kind).label}: “${oneLine(label, 90)}”`,
  ...originLines(count),
];

/** One event whole: for `show`. */
export async function showEvent(call: Call, id: string): Promise<void> {
  const [view, remarks] = await withCasebook(call, 'read', async (casebook) => {
    const filter = clocksOf(call);
    const found = await event(casebook, id, filter);
    return [found, await remarksAbout(casebook, [id], filter)] as const;
  });
  call.out(
    call.json ? JSON.stringify({ ...view, remarks }) : [...eventLines(view), ...remarks.map((each) => `  remark        ${remarkLine(each)}`)].join('\n'),
  );
}

function eventLines(view: EventView): readonly string[] {
  const joined = new Set(view.joined);
  return [
    eventLine(view),
    ...view.attributes.flatMap(attributeLines),
    ...originLines(view.origins),
    ...view.figures.flatMap(figureLines),
    ...view.against.map(({ claim, why }) => `  against       ${claimLine(claim)} [${oneLine(why, 90)}]`),
    ...view.links.map(
      ({ how, other, link }) =>
        `  ${how.padEnd(13)} ${other.id} “${oneLine(other.label, 60)}”: ${oneLine(link.reason)}, by ${oneLine(link.by)} (${link.entry})`,
    ),
    ...view.why.map((why) => `  proposed      ${oneLine(why)}`),
    ...view.judgements.map((each) => `  judged        ${judgementLine(each)}`),
    '',
    ...view.claims.map((claim) => `${claimLine(claim)}${joined.has(claim.id) ? ' [joined]' : view.claims.length > 1 ? ' [proposed]' : ''}`),
  ];
}

/** The ends of what sources give, what most origins give, and who gives which. */
export function figureLines({ of, low, best, high, open, given }: Figures): readonly string[] {
  const ends = low === high && !open ? `${low}` : `${low} to ${high}${open ? ' or more' : ''}`;
  return [
    `  ${of.padEnd(13)} ${ends}${best === null ? ', no number that most origins give' : `, most origins give ${best}`}`,
    ...given.map(
      ({ words, by, origins: from }) => `  ${''.padEnd(13)} “${oneLine(words, 60)}”: ${by.map((each) => oneLine(each)).join('; ')} (${plural(from, 'origin')})`,
    ),
  ];
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

function countWords({ documents, origins: from, independence }: OriginCount): string {
  const known = { 'one origin': '', known: ', known to be independent', 'not known': ', whether they are independent is not known' }[independence];
  return `${plural(documents, 'document')}, ${plural(from.length, 'origin')}${known}`;
}

export function originLines(count: OriginCount): readonly string[] {
  return [
    `  ${'origins'.padEnd(13)} ${countWords(count)}`,
    ...count.origins.map(
      ({ source, claims, why }) =>
        `  ${''.padEnd(13)} ${source === null ? 'in the document’s own voice' : oneLine(source)} (${plural(claims.length, 'claim')})${why.map((each) => `; ${oneLine(each)}`).join('')}`,
    ),
  ];
}

function attributeLines({ name, values }: AttributeWeighed): readonly string[] {
  return values.map(({ value, claims, agreement, origins: from }, n) => {
    const how = n === 0 ? '' : `, ${agreement}`;
    return `  ${(n === 0 ? name : '').padEnd(13)} ${oneLine(value)} (${plural(claims.length, 'claim')}, ${plural(from, 'origin')}${how})`;
  });
}
