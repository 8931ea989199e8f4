// show: one document or claim whole, every line with its source.
import { claim, documentView } from '../../desk/questions.ts';
import type { DocumentView } from '../../model/answers.ts';
import { METADATA_FIELDS } from '../../model/document.ts';
import { claimLine, claimLines } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { showEntity } from './entities.ts';
import { showEvent } from './events.ts';
import { showProceeding } from './proceedings.ts';
import { manyLines, oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const show: Command = {
  name: 'show',
  usage: 'ID',
  about:
    'Shows one document (d_…, o_…), one claim or suggestion (s_…, c_…), one of those whom claims name (n_…), one event (ev_…) or one proceeding (pr_…) whole.',
  options: CASEBOOK,
  words: [1, 1],
  examples: ['onrecord show d_0123456789abcdef', 'onrecord show s_0123456789abcdef --json'],
  async run(call) {
    const id = call.words[0] ?? '';
    if (id.startsWith('n_')) {
      await showEntity(call, id);
      return 0;
    }
    if (id.startsWith('pr_')) {
      await showProceeding(call, id);
      return 0;
    }
    if (id.startsWith('ev_')) {
      await showEvent(call, id);
      return 0;
    }
    await withCasebook(call, 'read', async (casebook) => {
      if (/^[sc]_/.test(id)) {
        const found = await claim(casebook, id);
        call.out(call.json ? JSON.stringify(found) : claimLines(found).join('\n'));
      } else {
        const found = await documentView(casebook, id);
        call.out(call.json ? JSON.stringify(found) : documentLines(found).join('\n'));
      }
    });
    return 0;
  },
};

function documentLines(view: DocumentView): readonly string[] {
  const metadata = METADATA_FIELDS.flatMap((field) =>
    (view.metadata[field] ?? []).map(({ value, from }) => `  ${field.padEnd(10)} ${oneLine(value)}  (${oneLine(from)})`),
  );
  return [
    `${view.id}  ${oneLine(view.title ?? view.name)}`,
    `  ${'original'.padEnd(10)} SHA-256 ${view.sha256}, ${view.size} bytes, ${view.mediaType}, “${oneLine(view.name)}”`,
    ...metadata,
    ...view.warnings.map(({ detail }) => `  ${'NOT WHOLE'.padEnd(10)} ${oneLine(detail)}`),
    ...(view.problem ? [`  ${'not read'.padEnd(10)} ${view.problem.reason} ${view.problem.hint}`] : []),
    ...view.history.map(({ entry, at, by, what }) => `  ${'history'.padEnd(10)} ${at}  ${oneLine(by)}  ${what}  (${entry})`),
    '',
    manyLines(view.text),
    '',
    ...view.claims.map(claimLine),
  ];
}
