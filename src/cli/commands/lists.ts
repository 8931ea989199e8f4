// documents, claims, timeline: what a casebook holds, as lists.
import { FILTERS, parseFilter, type ClaimFilter } from '../../desk/parse-filter.ts';
import { claims as listClaims, documents as listDocuments, timeline as buildTimeline } from '../../desk/questions.ts';
import type { DocumentRow } from '../../model/answers.ts';
import { claimLine, possiblyWords } from '../claim-lines.ts';
import { CASEBOOK, type Call, type Command, type Options } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

/** The options that narrow a list of claims, and what is made of them. */
export const FILTER_OPTIONS: Options = {
  ...Object.fromEntries(Object.entries(FILTERS).map(([name, { value, about }]) => [name, { type: 'string', value, about }])),
  'recorded-only': { type: 'boolean', about: 'only what a person accepted or amended' },
};

export function filterOf(call: Call): ClaimFilter {
  const filter = parseFilter((name) => call.text(name));
  return call.flag('recorded-only') ? { ...filter, status: 'recorded' } : filter;
}

/** The clocks alone: what a question about one thing can be narrowed by. */
export const CLOCK_OPTIONS: Options = Object.fromEntries(
  (['at', 'said-by', 'known-by'] as const).map((name) => [name, { type: 'string', value: FILTERS[name].value, about: FILTERS[name].about }]),
);

export const clocksOf = (call: Call): ClaimFilter => parseFilter((name) => (name in CLOCK_OPTIONS ? call.text(name) : undefined));

export const documents: Command = {
  name: 'documents',
  usage: '[--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Lists the documents of the casebook, with how far their review has come, and the originals that could not be read. With --at those that tell of\nsomething that can have happened then.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS },
  words: [0, 0],
  examples: ['onrecord documents', 'onrecord documents --said-by 2021 --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => listDocuments(casebook, clocksOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : documentLine(row));
    if (rows.length === 0 && !call.json)
      call.note(Object.keys(clocksOf(call)).length > 0 ? 'No document fits.' : 'The casebook holds no documents yet. Next: onrecord add FILE…');
    return 0;
  },
};

function documentLine({ id, title, name, published, publisher, language, counts, problem, warnings, attachedTo, possibly }: DocumentRow): string {
  const what = problem ? `not read: ${problem.reason}` : `${counts.suggested} to review, ${counts.recorded} recorded, ${counts.rejected} rejected`;
  const made = attachedTo ? `; a ${attachedTo.as} of ${attachedTo.id}` : '';
  const part = warnings.length > 0 ? `; NOT WHOLE: ${warnings.map(({ detail }) => oneLine(detail, 120)).join(' ')}` : '';
  return `${id}  ${(published ?? 'undated').padEnd(10)}  ${language ?? '??'}  ${oneLine(title ?? name, 60)}${publisher ? ` — ${oneLine(publisher, 30)}` : ''}  (${what}${made}${part})${possiblyWords(possibly)}`;
}

export const claims: Command = {
  name: 'claims',
  usage: '[--document ID] [--kind KIND] [--status STATUS] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about: 'Lists claims and suggestions, each with its words and its source.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord claims --kind charge', 'onrecord claims --entity Pournazer --said-by 2021 --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => listClaims(casebook, filterOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : claimLine(row));
    if (rows.length === 0 && !call.json) call.note('No claim or suggestion fits.');
    return 0;
  },
};

export const timeline: Command = {
  name: 'timeline',
  usage: '[--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about: 'Shows claims and suggestions by when they say it happened; what is only suggested is marked so.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord timeline --entity Sohrabzadeh', 'onrecord timeline --recorded-only'],
  async run(call) {
    const { dated, undated } = await withCasebook(call, 'read', (casebook) => buildTimeline(casebook, filterOf(call)));
    if (call.json) call.out(JSON.stringify({ dated, undated }));
    else {
      for (const { claim } of dated) call.out(claimLine(claim));
      call.note(`${dated.length} dated, ${undated.length} without a date that could be resolved.`);
    }
    return 0;
  },
};
