// proceedings: what claims say the law did, by accused and country.
import { proceeding, proceedings as listProceedings } from '../../desk/proceedings-around.ts';
import { remarksAbout } from '../../desk/remarks-about.ts';
import type { ProceedingRow } from '../../model/proceeding.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { withCasebook } from '../with-casebook.ts';
import { clocksOf, FILTER_OPTIONS, filterOf } from './lists.ts';

export const proceedings: Command = {
  name: 'proceedings',
  usage: '[--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about: 'Lists proceedings: each accused and country, how far it has come by what claims assert, and its steps. No step is inferred from another.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord proceedings', 'onrecord proceedings --entity Sohrabzadeh --said-by 2021'],
  async run(call) {
    const rows = await withCasebook(call, 'read', (casebook) => listProceedings(casebook, filterOf(call)));
    for (const row of rows) call.out(call.json ? JSON.stringify(row) : proceedingLine(row));
    if (rows.length === 0 && !call.json) call.note('No claim or suggestion that fits tells of a step of the law against somebody who is named.');
    return 0;
  },
};

function proceedingLine({ id, accused, jurisdiction, label, possibly, steps }: ProceedingRow): string {
  const recorded = steps.filter(({ claim }) => claim.status === 'recorded').length;
  return `${id}  ${oneLine(accused, 60)} (${jurisdiction ?? 'country not said'}): ${label}${possibly ? `; possibly by then: ${possibly.label}` : ''} (${recorded} steps recorded, ${steps.length - recorded} suggested)`;
}

/** One proceeding whole: for `show`. */
export async function showProceeding(call: Call, id: string): Promise<void> {
  const [row, remarks] = await withCasebook(call, 'read', async (casebook) => {
    const filter = clocksOf(call);
    return [await proceeding(casebook, id, filter), await remarksAbout(casebook, [id], filter)] as const;
  });
  const alike = row.alike.map(
    ({ id: other, accused, label }) => `  name alike    ${other}  ${oneLine(accused, 60)}: ${label}; nobody has judged whether it is the same person`,
  );
  const lines = [
    proceedingLine(row),
    ...row.particulars.map(({ what, value, claims }) => `  ${what.padEnd(13)} ${oneLine(value)} (${claims.join(', ')})`),
    ...row.why.map((why) => `  proposed      ${oneLine(why)}`),
    ...alike,
    '',
    ...row.steps.map((step) => claimLine(step.claim)),
    ...remarks.map((each) => `  remark        ${remarkLine(each)}`),
    ...(row.alleged.length > 0 ? ['', 'Said of the accused, apart from what they are charged with:', ...row.alleged.map(claimLine)] : []),
  ];
  call.out(call.json ? JSON.stringify({ ...row, remarks }) : lines.join('\n'));
}
