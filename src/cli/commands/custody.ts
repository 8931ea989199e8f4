// care, erase, check: how things may be used, what must not be kept, and whether all that is kept is still what it was.
import { checkCasebook } from '../../desk/check.ts';
import { erase as eraseFrom } from '../../desk/erase.ts';
import { stateCare, type Care } from '../../desk/care.ts';
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const care: Command = {
  name: 'care',
  usage: 'ID [--sensitivity LEVEL] [--consent TEXT] [--purpose TEXT] [--retain-until EDTF] --reason TEXT [--by NAME]',
  about: 'Says how a document or a claim may be used. What is left out stays as it was. Exports honour it.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    sensitivity: { type: 'string', value: 'LEVEL', about: `one of ${SENSITIVITIES.join(', ')}` },
    consent: { type: 'string', value: 'TEXT', about: 'consent given by whom, for what, until when' },
    purpose: { type: 'string', value: 'TEXT', about: 'what it may be used for' },
    'retain-until': { type: 'string', value: 'EDTF', about: 'until when it may be kept' },
  },
  words: [1, 1],
  examples: ['onrecord care d_0123456789abcdef --sensitivity hidden --reason "the witness asked for it"'],
  async run(call) {
    const id = call.words[0] ?? '';
    await withCasebook(call, 'write', (casebook) => stateCare(casebook, id, careOf(call), call.text('reason') ?? null));
    call.out(call.json ? JSON.stringify({ id }) : `Recorded how ${id} may be used.`);
    return 0;
  },
};

function careOf(call: Call): Care {
  const sensitivity = call.text('sensitivity');
  const given = { consent: call.text('consent'), purpose: call.text('purpose'), retention: call.text('retain-until') };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return sensitivity === undefined ? said : { ...said, sensitivity: oneOf(SENSITIVITIES)(sensitivity, '--sensitivity') };
}

export const erase: Command = {
  name: 'erase',
  usage: 'ID --reason TEXT [--by NAME]',
  about:
    'Destroys a document with its original, texts, suggestions and reviews, or what was decided about one claim, or the name of a person of the casebook.\nIt cannot be undone. The log shows that, when, by whom and why; every proof still holds. Names the exports that it cannot reach.',
  options: { ...CASEBOOK, ...BY, ...REASON },
  words: [1, 1],
  examples: ['onrecord erase d_0123456789abcdef --reason "court order 12/2026"'],
  async run(call) {
    const id = call.words[0] ?? '';
    const done = await withCasebook(call, 'write', (casebook) => eraseFrom(casebook, id, call.text('reason') ?? null));
    if (call.json) call.out(JSON.stringify(done));
    else {
      call.out(`Destroyed what ${done.entries} entries said, and ${done.files} files. The entries themselves stay, and say nothing.`);
      for (const { at, format, purpose, digest } of done.beyondReach)
        call.out(`Beyond reach: the ${format} of ${at}, ${oneLine(purpose ?? 'no purpose stated')} (digest ${digest}). Ask whoever has it.`);
      call.out('Backups that were made before hold it still: destroy them too.');
    }
    return 0;
  },
};

export const check: Command = {
  name: 'check',
  usage: '[--sample N] [--by NAME]',
  about: 'Reads every original and text again and recomputes the log, records what was found, and names what is missing or altered.',
  options: { ...CASEBOOK, ...BY, sample: { type: 'string', value: 'N', about: 'only the N originals that were not read again for longest' } },
  words: [0, 0],
  examples: ['onrecord check', 'onrecord check --sample 100'],
  async run(call) {
    const found = await withCasebook(call, 'write', (casebook) => checkCasebook(casebook, sampleOf(call)));
    if (call.json) call.out(JSON.stringify(found));
    else for (const { ok, name, detail } of found.checks) call.out(`${ok ? 'ok   ' : 'WRONG'}  ${name}: ${detail}`);
    return found.ok ? 0 : 1;
  },
};

function sampleOf(call: Call): number | null {
  const words = call.text('sample');
  if (words === undefined) return null;
  const sample = Number(words);
  if (!Number.isInteger(sample) || sample < 1) throw new Fault('bad-usage', `"${words}" is not a number of originals`, 'Give a whole number from 1.');
  return sample;
}
