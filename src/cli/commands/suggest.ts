// suggest: what would be proposed for files, without a casebook.
import { resolve } from 'node:path';
import { suggestFiles, type Suggested } from '../../desk/suggest-files.ts';
import { kindEntry } from '../../model/vocabulary.ts';
import type { Command } from '../command.ts';
import { oneLine } from '../printable.ts';

export const PUBLISHED = { published: { type: 'string', value: 'EDTF', about: 'when the files were published; wins over what they say' } } as const;

export const suggest: Command = {
  name: 'suggest',
  usage: 'FILE… [--published EDTF]',
  about:
    'Proposes claims for files, and keeps nothing. With --json one document a line, as the annotation guide writes them. A file *.json that has\n`text` is taken as such a document: its id, published and language are kept, its claims ignored.',
  options: PUBLISHED,
  words: [1, Infinity],
  examples: ['onrecord suggest report.txt --published 2022-08', 'onrecord suggest --json *.txt > suggestions.jsonl'],
  async run(call) {
    let unreadable = 0;
    const paths = call.words.map((path) => resolve(call.folder, path));
    for await (const { path, result } of suggestFiles(paths, call.text('published') ?? null, call.stopped)) {
      if (result.ok) call.out(call.json ? JSON.stringify(result.document) : lines(result.document).join('\n'));
      else {
        unreadable++;
        call.note(`${oneLine(path)}: ${result.problem.reason} ${result.problem.hint}`);
      }
    }
    return unreadable > 0 ? 1 : 0;
  },
};

function lines(document: Suggested): readonly string[] {
  const head = `${oneLine(document.title ?? document.id)} — ${document.claims.length} suggestions`;
  return [
    head,
    ...document.claims.map(
      (claim) => `  ${kindEntry(claim.kind).label} (${claim.modality})  ${claim.time?.edtf ?? ''}  “${oneLine(claim.quote.exact, 110)}”  ${claim.rule}`,
    ),
  ];
}
