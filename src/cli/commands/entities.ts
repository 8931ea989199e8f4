// entities, pairs, same, different, unsure: who and what the record names, and what people say of which are one.
import { Fault } from '../../base/fault.ts';
import { entities as listEntities, entity, pairs as listPairs } from '../../desk/entities.ts';
import { judge } from '../../desk/judge.ts';
import { hitsOn } from '../../desk/list-hits.ts';
import type { ClaimNames, EntityRow, EntityView, JudgementRow, NameCare, PairProposed } from '../../model/entity.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { EntityTold } from '../../model/told.ts';
import type { ListHit } from '../../model/list-answers.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, type Command } from '../command.ts';
import { toldApart } from '../../desk/told-apart.ts';
import { hitLine } from '../list-lines.ts';
import { lookedOn } from '../looked-on.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { instantOf } from '../../desk/parse-filter.ts';
import { remarksOn } from '../../desk/remarks.ts';
import { remarkLine } from '../remark-lines.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const entities: Command = {
  name: 'entities',
  usage: '[--like NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about: 'Lists who and what recorded claims name. Names of several documents are one only where a person said so.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS, like: { type: 'string', value: 'NAME', about: 'only those that this name may mean' } },
  words: [0, 0],
  examples: ['onrecord entities', 'onrecord entities --like Raufian --json'],
  async run(call) {
    const rows = await withCasebook(call, 'read', async (casebook) =>
      toldApart(casebook, await listEntities(casebook, call.text('like') ?? null, clocksOf(call))),
    );
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : `${entityLine(row)}${toldWords(row)}`);
    if (rows.length === 0 && !call.json) call.note('No recorded claim names anybody that fits. Names come with claims: onrecord review accept ID.');
    return 0;
  },
};

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export function entityLine({ id, label, sort, labels, claims, documents }: EntityRow): string {
  const others = labels.length > 1 ? ` (also ${labels.slice(1).map((each) => `“${oneLine(each, 40)}”`).join(', ')})` : ''; // prettier-ignore
  return `${id}  ${sort.padEnd(12)}  ${oneLine(label, 60)}${others}: ${many(claims, 'claim')} in ${many(documents, 'document')}`;
}

/** What tells it from others of its name; empty where there are none. */
const toldWords = ({ told }: EntityTold): string =>
  told.length === 0 ? '' : ` [${told.map(({ what, words }) => `${what}: ${oneLine(words, 50)}`).join('; ')}]`;

/** One entity whole: for `show`. */
export async function showEntity(call: Parameters<Command['run']>[0], id: string): Promise<void> {
  const filter = clocksOf(call);
  const view = await withCasebook(call, 'read', async (casebook) => ({
    ...(await entity(casebook, id, filter)),
    // What is like a name on a list today is no part of the record as it stood.
    lists: instantOf(filter) === undefined ? await hitsOn(casebook, id) : [],
    remarks: await remarksOn(casebook, [id], instantOf(filter)),
  }));
  call.out(call.json ? JSON.stringify(view) : [...entityLines(view), ...view.remarks.map((each) => `  remark     ${remarkLine(each)}`)].join('\n'));
}

function entityLines(view: EntityView & { readonly lists: readonly ListHit[] }): readonly string[] {
  const weak = new Set(view.weak);
  return [
    entityLine(view),
    ...view.names.map(
      ({ id, label, documentTitle, claims }) => `  name       “${oneLine(label)}” in ${oneLine(documentTitle, 60)}, ${many(claims, 'claim')} (${id})`,
    ),
    ...view.care.map((each) => `  care       ${careWords(each)}`),
    ...view.apart.map(({ id, label }) => `  not        “${oneLine(label)}” (${id}), as judged`),
    ...view.judgements.map((each) => `  judged     ${judgementLine(each)}${weak.has(each.entry) ? '; without this it falls apart' : ''}`),
    ...view.rivals.map((pair) => `  may be     ${pairWords(pair, view.id)}`),
    ...view.lists.map((hit) => `  like name  ${hitLine(hit)}`),
    '',
    ...view.mentions.map(claimLine),
    ...(view.claims > view.mentions.length
      ? [`… and ${many(view.claims - view.mentions.length, 'claim')} more; the desk and the API give them page by page.`]
      : []),
  ];
}

function careWords({ name, sensitivity, consent, consentUntil, purpose, retention }: NameCare): string {
  const said = [
    sensitivity,
    consent && `consent: ${consent}`,
    consentUntil && `consent until ${consentUntil}`,
    purpose && `may be used for: ${purpose}`,
    retention && `may be kept until ${retention}`,
  ];
  return `${said.flatMap((each) => (each === null ? [] : oneLine(each))).join('; ')} (${name})`;
}

export const judgementLine = ({ left, right, judgement, by, at, reason, undone, entry }: JudgementRow): string =>
  `“${oneLine(left.label)}” and “${oneLine(right.label)}”: ${judgement}, by ${oneLine(by)}, ${at}${reason ? `: ${oneLine(reason)}` : ''}${undone ? ' (taken back)' : ''} (${entry})`;

const pairWords = (pair: PairProposed, self: string): string => otherWords(pair, pair.left.id === self ? pair.right : pair.left);

function otherWords({ grounds, judged }: PairProposed, other: EntityRow): string {
  return `${other.id} “${oneLine(other.label)}”, ${likeness(grounds.score)}${judged ? `; judged ${judged}` : ''}`;
}

const likeness = (score: number | null): string => (score === null ? 'not scored' : `likeness ${score.toFixed(2)}`);

/** Pairs that are listed if not told otherwise. */
const MOST = 200;
/** How long names are looked through. */
const SECONDS = 5;

export const pairs: Command = {
  name: 'pairs',
  usage: '[--most N] [--all]',
  about:
    'Lists pairs of names that may be one, likeliest first, each with why. Nothing is joined until a person judges: same, different or unsure. Of very many names, those are looked through first that most claims have, for some seconds.',
  options: {
    ...CASEBOOK,
    most: { type: 'string', value: 'N', about: `so many at most; ${MOST} if not given` },
    all: { type: 'boolean', about: 'look through every name, however long it takes' },
  },
  words: [0, 0],
  examples: ['onrecord pairs', 'onrecord pairs --most 500 --json'],
  async run(call) {
    const most = call.text('most') === undefined ? MOST : countOf(call.text('most') ?? '');
    const {
      pairs: rows,
      looked,
      names,
      more,
    } = await withCasebook(call, 'read', (casebook) => listPairs(casebook, most, call.flag('all') ? null : SECONDS * 1000, lookedOn(call)));
    call.progress('');
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : pairLines(row).join('\n'));
    if (looked < names) call.note(`Looked through ${looked} of ${names} names; --all looks through the rest.`);
    if (more) call.note(`More wait: --most gives them.`);
    if (rows.length === 0 && looked >= names && !call.json) call.note('No two names of recorded claims are alike enough to ask.');
    return 0;
  },
};

function countOf(words: string): number {
  const count = Number(words);
  if (!Number.isSafeInteger(count) || count < 1) throw new Fault('bad-usage', `--most ${words} is no count`, 'Give a whole number: --most 200.');
  return count;
}

/** Of a claim that is recorded: whom it names, and whom else each may be. For `show`. */
export const claimNameLines = (names: readonly ClaimNames[]): readonly string[] =>
  names.flatMap(({ words, entity: row, together, rivals }) => [
    `  names      “${oneLine(words)}”: ${row.id}, ${many(row.claims, 'claim')} in ${many(row.documents, 'document')}`,
    ...together.map(({ id, label }) => `    and here ${id} “${oneLine(label)}”, as it seems the same`),
    ...rivals.map((pair) => `    may be   ${otherWords(pair, pair.right)}`),
  ]);

const pairLines = ({ left, right, grounds, judged }: PairProposed): readonly string[] => [
  `${left.id} ${right.id}  “${oneLine(left.label)}” and “${oneLine(right.label)}”, ${likeness(grounds.score)}${judged ? ` (judged ${judged})` : ''}`,
  ...grounds.why.map((why) => `    ${oneLine(why)}`),
];

const judging = (judgement: Judgement, about: string, example: string): Command => ({
  name: judgement,
  usage: 'ID ID… [--reason TEXT] [--by NAME]',
  about,
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [2, Infinity],
  examples: [example],
  async run(call) {
    const made = await withCasebook(call, 'write', (casebook) => judge(casebook, call.words, judgement, call.text('reason') ?? null));
    for (const each of made) call.out(call.json ? JSON.stringify(each) : judgementLine(each));
    return 0;
  },
});

const IDS = 'n_0123456789abcdef n_fedcba9876543210';
export const same = judging(
  'same',
  'Says that names are of one (n_…, or an entry x_… of a list), or that claims tell of one happening (s_…, c_…, ev_…), or that documents rest on one source (d_…): the first, and each of the others. Each claim keeps the words that it was made with. Refused where it would join two that were judged different.',
  `onrecord same ${IDS} --reason "both posts and the dates agree"`,
);
export const different = judging(
  'different',
  'Says that two names are of two, two claims tell of two happenings, or two documents rest on two sources: no later chain of judgements joins them. Wants a reason.',
  `onrecord different ${IDS} --reason "the one is a teacher in Holmvik"`,
);
export const unsure = judging('unsure', 'Says that somebody looked at two names, claims or documents and could not tell.', `onrecord unsure ${IDS}`);
