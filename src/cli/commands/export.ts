// export: files for others.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { exportBundle, type Bundle, type Choice } from '../../desk/export.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import { BY, CASEBOOK, type Call, type Command, type Options } from '../command.ts';
import { parseFilter, FILTERS } from '../../desk/parse-filter.ts';
import { withCasebook } from '../with-casebook.ts';

/** The filters that lists share, but for the status: nothing goes out that is not on record. */
const { status: _, ...CHOOSING } = FILTERS;
const FILTER_OPTIONS: Options = Object.fromEntries(
  Object.entries(CHOOSING).map(([name, { value, about }]) => [name, { type: 'string' as const, value, about: `${about}, and what speaks against it` }]),
);

export const exportCommand: Command = {
  name: 'export',
  usage:
    '--format bundle DIR [--claim ID…] [--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--include LEVEL] [--people] [--purpose TEXT] [--by NAME]',
  about:
    'Writes the record as a bundle: a folder that a stranger can check offline, with sha512sum, with the checker inside it, or with the tools of others.\nWhat is more sensitive than --include stays out, and so do the names of those who reviewed; that something was withheld is shown.\nWith claims chosen, by id or by the filters, it holds those alone, what they rest on, and every claim on record that contradicts or denies one of them.',
  options: {
    ...CASEBOOK,
    ...BY,
    format: { type: 'string', value: 'FORMAT', about: 'bundle' },
    claim: { type: 'string', value: 'ID', about: 'only this claim, and what speaks against it; may be given more than once', many: true },
    ...FILTER_OPTIONS,
    include: { type: 'string', value: 'LEVEL', about: `the most sensitive that goes out: ${SENSITIVITIES.join(', ')}; else public` },
    people: { type: 'boolean', about: 'let the names of those who reviewed go out' },
    purpose: { type: 'string', value: 'TEXT', about: 'for whom and what for; stands in the record' },
  },
  words: [1, 1],
  examples: ['onrecord export --format bundle for-the-court --purpose "disclosure to the defence"'],
  async run(call) {
    const format = call.text('format');
    if (format !== 'bundle') throw new Fault('bad-usage', `there is no format "${format ?? ''}"`, 'There is: bundle.');
    const most = oneOf(SENSITIVITIES)(call.text('include') ?? 'public', '--include');
    const folder = resolve(call.folder, call.words[0] ?? '');
    const asked = { disclosure: { most, people: call.flag('people') }, choice: choiceOf(call), purpose: call.text('purpose') ?? null };
    const bundle = await withCasebook(call, 'write', (casebook) => exportBundle(casebook, folder, asked));
    for (const line of notesOn(bundle)) call.note(line);
    call.out(
      call.json
        ? JSON.stringify({ folder, ...bundle })
        : `Wrote ${contents(bundle)} to ${folder}${bundle.chosen ? '' : `; withheld ${bundle.withheld} documents`}.\nIts digest, to be told by another way: ${bundle.digest}`,
    );
    return 0;
  },
};

/** Null where nothing was chosen: then it is the whole record. */
function choiceOf(call: Call): Choice | null {
  const ids = call.texts('claim');
  const filter = parseFilter((name) => (name === 'status' ? undefined : call.text(name)));
  return ids.length === 0 && Object.keys(filter).length === 0 ? null : { ids, filter };
}

function contents({ chosen, originals, entries }: Bundle): string {
  if (!chosen) return `${originals.length} documents and ${entries} entries`;
  return `${chosen.claims} chosen claims, ${chosen.against} that contradict or deny them, and the ${originals.length} documents that they rest on`;
}

/** What the person should know who hands it on. */
function notesOn({ chosen, ended, purposes }: Bundle): readonly string[] {
  const lines: string[] = [];
  if (purposes.length > 0) lines.push(`It holds documents that may be used for this alone: ${purposes.join('; ')}.`);
  if (ended > 0) lines.push(`Left out, as the consent or the time for which it may be kept is over: ${ended} documents. \`onrecord check\` names them.`);
  if (!chosen) return lines;
  lines.push(...chosen.notes.map((line) => `Said in the bundle: ${line}`));
  if (chosen.leftOut > 0) lines.push(`Of the claims that you chose, ${chosen.leftOut} may not go out; the bundle does not say so.`);
  if (chosen.waiting > 0) lines.push(`${chosen.waiting} suggestions may contradict them, and go nowhere until a person has reviewed them: \`onrecord queue\`.`);
  return lines;
}
