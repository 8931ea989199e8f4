// attach: a transcript, translation or description to its original.
import { Fault } from '../../base/fault.ts';
import { attach as attachDocument } from '../../desk/attach.ts';
import { pick } from '../../desk/parse-filter.ts';
import { ATTACHED_AS, type AttachedRow } from '../../model/attachment.ts';
import { BY, CASEBOOK, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

/** Who made it stands in every line: a translation is not the words themselves. */
export const attachedLine = ({ what, of, as, madeBy, maker, method, by, at, undone, entry }: AttachedRow): string =>
  `${what.id} “${oneLine(what.title, 60)}” is a ${as} of ${of.id} “${oneLine(of.title, 60)}”, made by ${oneLine(madeBy)}${maker === 'engine' ? ' (a program)' : ''}${method ? `: ${oneLine(method)}` : ''}; said by ${oneLine(by)}, ${at}${undone ? ' (taken back)' : ''} (${entry})`;

export const attach: Command = {
  name: 'attach',
  usage: `ID --to ID --as ${ATTACHED_AS.join('|')} --made-by TEXT [--engine] [--method TEXT] [--by NAME]`,
  about:
    'Says that a document is a transcript of a sound or film, a translation of a document, or a description of a picture (d_…; --to takes d_… or o_…), and who made it. It counts as no other\ndocument and no other origin, is as sensitive as its original, and of a translation no claims are proposed: a claim cites the original’s words. `review undo` takes it back.',
  options: {
    ...CASEBOOK,
    ...BY,
    to: { type: 'string', value: 'ID', about: 'what it is made of' },
    as: { type: 'string', value: 'WHAT', about: `one of ${ATTACHED_AS.join(', ')}` },
    'made-by': { type: 'string', value: 'TEXT', about: 'the translator, transcriber or program that made it' },
    engine: { type: 'boolean', about: 'a program made it, not a person' },
    method: { type: 'string', value: 'TEXT', about: 'how it was made, and who looked it over' },
  },
  words: [1, 1],
  examples: [
    'onrecord attach d_0123456789abcdef --to d_fedcba9876543210 --as translation --made-by "Sara Mohebbi, sworn translator"',
    'onrecord attach d_0123456789abcdef --to d_fedcba9876543210 --as transcript --made-by "whisper large-v3" --engine --method "looked over by Mina Farhadi"',
  ],
  async run(call) {
    const [to, as] = [call.text('to'), call.text('as')];
    if (to === undefined || as === undefined)
      throw new Fault('bad-usage', 'to what it is attached, and as what, is not said', 'Give --to ID and --as transcript, translation or description.');
    const making = {
      as: pick(ATTACHED_AS, as, 'as'),
      madeBy: call.text('made-by') ?? '',
      maker: call.flag('engine') ? ('engine' as const) : ('person' as const),
      method: call.text('method') ?? null,
    };
    const made = await withCasebook(call, 'write', (casebook) => attachDocument(casebook, call.words[0] ?? '', to, making));
    call.out(call.json ? JSON.stringify(made) : attachedLine(made));
    return 0;
  },
};
