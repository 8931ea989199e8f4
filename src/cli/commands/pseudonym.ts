// pseudonym, graphic: what the desk shows in the place of a name, and what of pictures it shows to nobody unasked.
import { Fault } from '../../base/fault.ts';
import type { Casebook } from '../../desk/casebook.ts';
import { markGraphic } from '../../desk/graphic.ts';
import { namesVeiled, statePseudonym, takePseudonymBack } from '../../desk/pseudonyms.ts';
import type { NameVeiled } from '../../model/pseudonym.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

const line = ({ id, pseudonym, askings }: NameVeiled): string =>
  `${id}  ${oneLine(pseudonym)}, ${askings.length === 1 ? 'asked for once' : `asked for ${askings.length} times`}`;

export const pseudonym: Command = {
  name: 'pseudonym',
  usage: '[ID [TEXT|--none] --reason TEXT] [--also TEXT …] [--spare WORD …] [--by NAME]',
  about:
    'Gives a name (n_…), and so all that people joined with it, a pseudonym: the desk shows it in the name’s place until a person asks for the name, with a reason, which the log has.\nWords of the name that stand alone are covered too, but for those that other names of the record have (--spare says otherwise). --none takes it back. Without words: lists those\nthat there are. The command line is the casebook’s holder’s own, and shows names.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    none: { type: 'boolean', about: 'the name is shown again' },
    also: { type: 'string', value: 'TEXT', about: 'other words that tell who is meant, as a nickname', many: true },
    spare: { type: 'string', value: 'WORD', about: 'a word of the name that is not covered where it stands alone', many: true },
  },
  words: [0, 2],
  examples: ['onrecord pseudonym n_0123456789abcdef "Witness A" --reason "she was threatened"', 'onrecord pseudonym --json'],
  async run(call) {
    const [id, shown] = call.words;
    const names =
      id === undefined ? await withCasebook(call, 'read', listed) : await withCasebook(call, 'write', (casebook) => stated(call, casebook, id, shown));
    if (call.json) for (const each of names) call.out(JSON.stringify(each));
    else for (const each of names) call.out(line(each));
    return 0;
  },
};

const listed = async (casebook: Casebook): Promise<readonly NameVeiled[]> => (await namesVeiled(casebook, () => true)).names;

async function stated(call: Call, casebook: Casebook, id: string, shown: string | undefined): Promise<readonly NameVeiled[]> {
  const reason = call.text('reason') ?? null;
  if (call.flag('none')) await takePseudonymBack(casebook, id, reason);
  else if (shown === undefined) throw new Fault('bad-usage', 'no pseudonym is given', 'Give one, as “Witness A”, or --none to take it back.');
  else {
    const spared = call.texts('spare');
    await statePseudonym(casebook, id, { pseudonym: shown, also: call.texts('also'), ...(spared.length > 0 ? { spared } : {}) }, reason);
  }
  return listed(casebook);
}

export const graphic: Command = {
  name: 'graphic',
  usage: 'ID [--not] --reason TEXT [--by NAME]',
  about:
    'Marks a picture, film or scan (d_… or o_…) as graphic: the desk shows nothing of it until a person asks, whatever they prefer for others. No machine guesses at it.',
  options: { ...CASEBOOK, ...BY, ...REASON, not: { type: 'boolean', about: 'it is not, or no longer, held to be graphic' } },
  words: [1, 1],
  examples: ['onrecord graphic d_0123456789abcdef --reason "shows bodies"'],
  async run(call) {
    const isGraphic = !call.flag('not');
    const marked = await withCasebook(call, 'write', (casebook) => markGraphic(casebook, call.words[0] ?? '', isGraphic, call.text('reason') ?? null));
    call.out(call.json ? JSON.stringify(marked) : `Marked ${marked.original} as ${isGraphic ? 'graphic' : 'not graphic'}.`);
    return 0;
  },
};
