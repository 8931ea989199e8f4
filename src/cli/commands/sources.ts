// sources: who brought documents out and who is named as saying what they tell; and one of them whole, for `show`.
import { source } from '../../desk/source.ts';
import { sourceAlone } from '../../desk/source-alone.ts';
import { sourcesPage } from '../../desk/source-list.ts';
import { instantOf } from '../../desk/parse-filter.ts';
import { remarksOn } from '../../desk/remarks.ts';
import type { CopyRow } from '../../model/copies.ts';
import type { RemarkRow } from '../../model/remark.ts';
import type { SourceAlone, SourceAssessed, SourceView } from '../../model/source.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { withCasebook } from '../with-casebook.ts';
import { judgementLine } from './entities.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

const ALL = Number.MAX_SAFE_INTEGER;

export const sources: Command = {
  name: 'sources',
  usage: '[--like NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Lists the publishers of documents (u_…) and whom recorded claims name as speaking (n_…), those with most claims first, with how reliable people hold them to be.\n`onrecord show u_…` tells what one brought out, what it alone tells of, who repeats it, and who owns it as people say.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS, like: { type: 'string', value: 'NAME', about: 'only those whose name this may be' } },
  words: [0, 0],
  examples: ['onrecord sources', 'onrecord sources --like "Holmvik Posten" --json'],
  async run(call) {
    const page = await withCasebook(call, 'read', (casebook) => sourcesPage(casebook, call.text('like') ?? null, { most: ALL }, clocksOf(call)));
    for (const row of page.sources) call.out(call.json ? JSON.stringify(row) : sourceLine(row));
    if (page.total === 0 && !call.json) call.note('No document names a publisher that fits, and no recorded claim a speaker.');
    return 0;
  },
};

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const sourceLine = ({ id, sort, label, documents, claims, assessments }: SourceAssessed): string =>
  `${id}  ${sort.padEnd(9)}  ${oneLine(label, 60)}: ${many(claims, 'claim')} in ${many(documents, 'document')}${assessments
    .map(({ value, by }) => `; held to be ${value} by ${oneLine(by)}`)
    .join('')}`;

/** One publisher whole: for `show`. */
export async function showSource(call: Call, id: string): Promise<void> {
  const clocks = clocksOf(call);
  const found = await withCasebook(call, 'read', async (casebook) => ({
    view: await source(casebook, id, clocks),
    alone: await sourceAlone(casebook, id, clocks),
    remarks: await remarksOn(casebook, [id], instantOf(clocks)),
  }));
  const { view, alone, remarks } = found;
  call.out(call.json ? JSON.stringify({ ...view, alone, remarks }) : sourceLines(view, alone, remarks).join('\n'));
}

function sourceLines(view: SourceView, { alone, repeated, shared, others, looked, claims }: SourceAlone, remarks: readonly RemarkRow[]): readonly string[] {
  return [
    `${view.id}  ${oneLine(view.label)} (${view.sort}): ${many(view.claims, 'claim')} in ${many(view.documents, 'document')}`,
    ...view.labels.slice(1).map((label) => `  also       “${oneLine(label)}”`),
    ...view.owners.map((each) => `  owner      ${judgementLine(each)}`),
    ...remarks.map((each) => `  remark     ${remarkLine(each)}`),
    ...view.brought.map(({ id, title, published, claims: own }) => `  document   ${id}  ${oneLine(title, 70)}, ${published ?? 'undated'} (${many(own, 'claim')})`),
    ...view.copies.map((pair) => `  own copy   ${pairLine(pair)}`),
    ...view.repeated.map((pair) => `  repeated   ${pairLine(pair)}`),
    ...part('It alone tells of', alone.map(claimLine)),
    ...part('Told by others too, as one origin with it', repeated.map(claimLine)),
    ...part('Told by another origin too', shared.map(claimLine)),
    ...part('Not held against others: no happenings', others.map(claimLine)),
    ...(looked < claims ? ['', `Of its newest ${looked} claims of ${claims}.`] : []),
  ];
} // prettier-ignore

const part = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

const pairLine = ({ left, right, kind, share, first }: CopyRow): string =>
  `“${oneLine(left.title, 50)}” and “${oneLine(right.title, 50)}”${right.publisher ? ` (${oneLine(right.publisher, 40)})` : ''}: ${kind}, ${Math.floor(share * 100)} %${first === null ? ', which was first is not known' : `, “${oneLine(first === 'left' ? left.title : right.title, 50)}” was published first`}`;
