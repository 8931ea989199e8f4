// redact: a copy of a document for others, without what must not go out.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { redactDocument } from '../../desk/redact.ts';
import { METADATA_FIELDS, type MetadataField } from '../../model/document.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

export const redact: Command = {
  name: 'redact',
  usage: 'ID [--words TEXT…] [--claim ID…] [--name ID…] --out FILE --reason TEXT [--keep FIELDS] [--by NAME]',
  about:
    'Writes a copy of a document’s text in which words, the passages of claims, or names are replaced by a mark of one length, wherever they stand: in other forms of\na letter, with marks, over the end of a line. Pages and paragraphs stay. Nothing else of the document goes into it but what --keep names. The copy is then searched\nfor what was taken out, and is not written where any of it is left. The original stays as it is; the record has that a copy was made, and nothing of what was taken\nout. Other spellings, and words that point to the same person without the name, are for you to find: read the copy before you hand it on.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    words: { type: 'string', value: 'TEXT', about: 'take out these words; may be given more than once', many: true },
    claim: { type: 'string', value: 'ID', about: 'take out the words of this claim or suggestion; may be given more than once', many: true },
    name: { type: 'string', value: 'ID', about: 'take out this name (n_…), in every form that claims give it; may be given more than once', many: true },
    out: { type: 'string', value: 'FILE', about: 'where to write it: a page where it ends in .html, plain text where it ends in .txt' },
    keep: { type: 'string', value: 'FIELDS', about: `what it says of the document, parted by commas: ${METADATA_FIELDS.join(', ')}; else nothing` },
  },
  words: [1, 1],
  examples: ['onrecord redact d_0123456789abcdef --words "Mina Farhadi" --keep title,published --out for-the-court.html --reason "a witness at risk"'],
  async run(call) {
    const out = call.text('out') ?? '';
    if (!/\.(?:html|txt)$/.test(out))
      throw new Fault('bad-usage', 'a redacted copy is a page or plain text', 'Say where to write it: --out FILE.html or --out FILE.txt.');
    const path = resolve(call.folder, out);
    const asked = { words: call.texts('words'), claims: call.texts('claim'), names: call.texts('name'), keep: fieldsOf(call) };
    const made = await withCasebook(call, 'write', (casebook) => redactDocument(casebook, call.words[0] ?? '', asked, path, call.text('reason') ?? null));
    for (const { word, places } of made.parts)
      call.note(`“${word}” still stands there by itself, in ${places} places: give it with --words where it tells who is meant.`);
    call.out(
      call.json
        ? JSON.stringify({ file: path, ...made })
        : `Wrote a copy with ${made.passages} ${made.passages === 1 ? 'passage' : 'passages'} taken out to ${path}.\nIts SHA-256: ${made.digest}. Read it before you hand it on.`,
    );
    return 0;
  },
};

function fieldsOf(call: Call): readonly MetadataField[] {
  const given = call.text('keep')?.split(',') ?? [];
  return [...new Set(given.map((field) => oneOf(METADATA_FIELDS)(field.trim(), '--keep')))];
}
