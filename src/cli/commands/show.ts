// show: one document or claim whole, every line with its source.
import { claimNames } from '../../desk/entities.ts';
import { listedView } from '../../desk/list-hits.ts';
import { claim, documentView } from '../../desk/questions.ts';
import type { Casebook } from '../../desk/casebook.ts';
import { openDocument } from '../../desk/open-document.ts';
import type { DocumentView } from '../../model/answers.ts';
import { METADATA_FIELDS } from '../../model/document.ts';
import { claimLine, claimLines } from '../claim-lines.ts';
import { collectionLines, historyLine } from '../custody-lines.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';
import { claimNameLines, showEntity } from './entities.ts';
import { listedLines } from './names.ts';
import { showEvent } from './events.ts';
import { showProceeding } from './proceedings.ts';
import { manyLines, oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const show: Command = {
  name: 'show',
  usage: 'ID',
  about:
    'Shows one document (d_…, o_…), one claim or suggestion (s_…, c_…), one of those whom claims name (n_…), one entry of a list (x_…), one event (ev_…) or one proceeding (pr_…) whole.\nThat a document was opened that is restricted or hidden stands in the record.',
  options: { ...CASEBOOK, ...BY },
  words: [1, 1],
  examples: ['onrecord show d_0123456789abcdef', 'onrecord show s_0123456789abcdef --json'],
  async run(call) {
    const id = call.words[0] ?? '';
    if (id.startsWith('n_')) {
      await showEntity(call, id);
      return 0;
    }
    if (id.startsWith('x_')) {
      const view = await withCasebook(call, 'read', (casebook) => listedView(casebook, id));
      call.out(call.json ? JSON.stringify(view) : listedLines(view).join('\n'));
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
    let sensitive = false;
    await withCasebook(call, 'read', async (casebook) => {
      if (/^[sc]_/.test(id)) {
        const found = await claim(casebook, id);
        const names = await claimNames(casebook, id);
        call.out(call.json ? JSON.stringify({ ...found, names }) : [...claimLines(found), ...claimNameLines(names)].join('\n'));
      } else {
        sensitive = (await documentView(casebook, id)).sensitivity !== 'public' && casebook.damage === null;
        if (!sensitive) await showDocument(call, casebook, id);
      }
    });
    // Opening what is sensitive is an act, so it takes a casebook that is open to write.
    if (sensitive) await withCasebook(call, 'write', (casebook) => showDocument(call, casebook, id));
    return 0;
  },
};

async function showDocument(call: Call, casebook: Casebook, id: string): Promise<void> {
  const found = await openDocument(casebook, id);
  call.out(call.json ? JSON.stringify(found) : documentLines(found).join('\n'));
}

function documentLines(view: DocumentView): readonly string[] {
  const metadata = METADATA_FIELDS.flatMap((field) =>
    (view.metadata[field] ?? []).map(({ value, from }) => `  ${field.padEnd(10)} ${oneLine(value)}  (${oneLine(from)})`),
  );
  return [
    `${view.id}  ${oneLine(view.title ?? view.name)}`,
    `  ${'original'.padEnd(10)} SHA-256 ${view.sha256}, ${view.size} bytes, ${view.mediaType}, “${oneLine(view.name)}”`,
    ...collectionLines(view.collection),
    ...metadata,
    ...view.warnings.map(({ detail }) => `  ${'NOT WHOLE'.padEnd(10)} ${oneLine(detail)}`),
    ...(view.problem ? [`  ${'not read'.padEnd(10)} ${view.problem.reason} ${view.problem.hint}`] : []),
    ...view.history.map((line) => `  ${'history'.padEnd(10)} ${historyLine(line)}`),
    '',
    manyLines(view.text),
    '',
    ...view.claims.map(claimLine),
  ];
}
