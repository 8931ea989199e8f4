// export: files for others.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { exportBundle } from '../../desk/export.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import { BY, CASEBOOK, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: '--format bundle DIR [--include LEVEL] [--people] [--purpose TEXT] [--by NAME]',
  about:
    'Writes the record as a bundle: a folder that a stranger can check offline, with sha512sum, with the checker inside it, or with the tools of others.\nWhat is more sensitive than --include stays out, and so do the names of those who reviewed; that something was withheld is shown.',
  options: {
    ...CASEBOOK,
    ...BY,
    format: { type: 'string', value: 'FORMAT', about: 'bundle' },
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
    const disclosure = { most, people: call.flag('people') };
    const bundle = await withCasebook(call, 'write', (casebook) => exportBundle(casebook, folder, disclosure, call.text('purpose') ?? null));
    call.out(
      call.json
        ? JSON.stringify({ folder, ...bundle })
        : `Wrote ${bundle.originals.length} documents and ${bundle.entries} entries to ${folder}; withheld ${bundle.withheld} documents.\nIts digest, to be told by another way: ${bundle.digest}`,
    );
    return 0;
  },
};
