// contradictions, rule: what cannot both be so, and what a person rules of it.
import { contradictions as listContradictions, rule as ruleOn } from '../../desk/contradictions.ts';
import { pick } from '../../desk/parse-filter.ts';
import type { ContradictionRow, ContradictionSide, RulingRow } from '../../model/contradiction.ts';
import type { OriginCount } from '../../model/event.ts';
import { RULINGS } from '../../model/judgement.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { FILTER_OPTIONS, filterOf } from './lists.ts';

export const contradictions: Command = {
  name: 'contradictions',
  usage: '[--open] [--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about: 'Lists what recorded claims of one event or proceeding say against each other, both sides quoted, those first that nobody has ruled on.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS, open: { type: 'boolean', about: 'only those that nobody has ruled on' } },
  words: [0, 0],
  examples: ['onrecord contradictions --open', 'onrecord contradictions --json'],
  async run(call) {
    const all = await withCasebook(call, 'read', (casebook) => listContradictions(casebook, filterOf(call)));
    const rows = call.flag('open') ? all.filter(({ open }) => open) : all;
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : contradictionLines(row).join('\n'));
    if (rows.length === 0 && !call.json) call.note('No recorded claims of one event or proceeding contradict each other.');
    return 0;
  },
};

const contradictionLines = ({ id, on, about, left, right, origins, rulings, open }: ContradictionRow): readonly string[] => [
  `${id}  ${on}, in ${about}: ${open ? 'open' : 'ruled on'}`,
  ...sideLines('left', left, origins.left),
  ...sideLines('right', right, origins.right),
  ...rulings.map((each) => `  ruled    ${rulingLine(each)}`),
];

const sideLines = (name: string, { value, claims }: ContradictionSide, { origins }: OriginCount): readonly string[] => [
  `  ${name.padEnd(8)} “${oneLine(value, 90)}”, ${origins.length} origin${origins.length === 1 ? '' : 's'}`,
  ...claims.map((claim) => `    ${claimLine(claim)}`),
];

export const rulingLine = ({ ruling, by, at, reason, undone, entry }: RulingRow): string =>
  `${ruling}, by ${oneLine(by)}, ${at}: ${oneLine(reason)}${undone ? ' (taken back)' : ''} (${entry})`;

export const rule: Command = {
  name: 'rule',
  usage: 'CONTRADICTION RULING --reason TEXT [--by NAME]',
  about: `Rules on a contradiction: ${RULINGS.map((each) => `"${each}"`).join(', ')}. The claims stay as they are, and the ruling stands beside them; \`review undo\` takes it back.`,
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [2, 2],
  examples: ['onrecord rule x_time_0123456789abcdef_fedcba9876543210 "right is wrong" --reason "the court file gives the date"'],
  async run(call) {
    const [id = '', ruling = ''] = call.words;
    const ruled = await withCasebook(call, 'write', (casebook) => ruleOn(casebook, id, pick(RULINGS, ruling, 'ruling'), call.text('reason') ?? null));
    call.out(call.json ? JSON.stringify(ruled) : contradictionLines(ruled).join('\n'));
    return 0;
  },
};
