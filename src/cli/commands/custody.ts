// care, erase, check: how things may be used, what must not be kept, and whether all that is kept is still what it was.
import { custody as custodyOf } from '../../desk/questions.ts';
import { custodyLines } from '../custody-lines.ts';
import { checkCasebook } from '../../desk/check.ts';
import { erase as eraseFrom, type BeyondReach } from '../../desk/erase.ts';
import type { Said } from '../../desk/erasure-plan.ts';
import { stateCare, type Care } from '../../desk/care.ts';
import { Fault } from '../../base/fault.ts';
import { oneOf } from '../../base/shape.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const custody: Command = {
  name: 'custody',
  usage: 'ID',
  about:
    'Shows how an original came here and all that was done with it since: received, read, opened while it was sensitive, copied, exported, verified, decided.\nEvery line names who, when, and the entry of the log that says so.',
  options: CASEBOOK,
  words: [1, 1],
  examples: ['onrecord custody d_0123456789abcdef', 'onrecord custody o_0123456789abcdef --json'],
  async run(call) {
    const found = await withCasebook(call, 'read', (casebook) => custodyOf(casebook, call.words[0] ?? ''));
    call.out(call.json ? JSON.stringify(found) : custodyLines(found).join('\n'));
    return 0;
  },
};

export const care: Command = {
  name: 'care',
  usage: 'ID [--sensitivity LEVEL] [--consent TEXT] [--consent-until EDTF] [--purpose TEXT] [--retain-until EDTF] --reason TEXT [--by NAME]',
  about:
    'Says how a document, a claim or a name (n_…) may be used. What is left out stays as it was. What is said of a mail or an archive holds for the files inside of it, also\nfor those that come later; and nothing is shown more freely than what is inside of it. Exports honour it: they leave out what is too sensitive, and\nwhat is past its dates, and want a purpose where one was said. What is said of a name holds for all names that people joined\nwith it, and for every document that bears one of them: whose claims name it, or whose text, metadata, file name or text-like bytes hold its words. Other spellings\nare not known until a claim gives them and a person joins them.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    sensitivity: { type: 'string', value: 'LEVEL', about: `one of ${SENSITIVITIES.join(', ')}` },
    consent: { type: 'string', value: 'TEXT', about: 'consent given by whom, for what, until when' },
    'consent-until': { type: 'string', value: 'EDTF', about: 'until when the consent holds: no export holds it after that' },
    purpose: { type: 'string', value: 'TEXT', about: 'what it may be used for: exports that hold it have to say theirs' },
    'retain-until': { type: 'string', value: 'EDTF', about: 'until when it may be kept: no export holds it after that, and `check` asks for its erasure' },
  },
  words: [1, 1],
  examples: [
    'onrecord care d_0123456789abcdef --sensitivity hidden --reason "the witness asked for it"',
    'onrecord care n_0123456789abcdef --sensitivity hidden --reason "her family was threatened"',
  ],
  async run(call) {
    const id = call.words[0] ?? '';
    const reached = await withCasebook(call, 'write', (casebook) => stateCare(casebook, id, careOf(call), call.text('reason') ?? null));
    if (call.json) call.out(JSON.stringify({ id, ...reached }));
    else {
      call.out(`Recorded how ${id} may be used.`);
      if (reached.names.length > 0) call.out(`It holds for the names that are held to be one with it, too: ${reached.names.join(', ')}.`);
      if (reached.inside.length > 0) call.out(`It holds for the files inside of it, too: ${reached.inside.join(', ')}.`);
      if (reached.made.length > 0) call.out(`It holds for its transcripts, translations and descriptions, too: ${reached.made.join(', ')}.`);
      if (reached.containers.length > 0) call.out(`What it is inside of has its bytes, and is shown no more freely: ${reached.containers.join(', ')}.`);
    }
    return 0;
  },
};

function careOf(call: Call): Care {
  const sensitivity = call.text('sensitivity');
  const given = {
    consent: call.text('consent'),
    consentUntil: call.text('consent-until'),
    purpose: call.text('purpose'),
    retention: call.text('retain-until'),
  };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return sensitivity === undefined ? said : { ...said, sensitivity: oneOf(SENSITIVITIES)(sensitivity, '--sensitivity') };
}

export const erase: Command = {
  name: 'erase',
  usage: 'ID --reason TEXT [--with-container] [--with-parts|--keep-parts] [--by NAME]',
  about:
    'Destroys a document with its original, texts, suggestions and reviews, or what was decided about one claim, or the name of a person of the casebook.\nIt cannot be undone. The log shows that, when, by whom and why; every proof still holds. Names the exports and backups that it cannot reach. A file that came\nout of a mail or an archive goes only together with it, as its bytes are there, too: that has to be said.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    'with-container': { type: 'boolean', about: 'destroy the mails and archives that hold it, too' },
    'with-parts': { type: 'boolean', about: 'destroy the files that are inside of what is destroyed, too' },
    'keep-parts': { type: 'boolean', about: 'leave those files, as documents of their own' },
  },
  words: [1, 1],
  examples: ['onrecord erase d_0123456789abcdef --reason "court order 12/2026"'],
  async run(call) {
    const id = call.words[0] ?? '';
    const done = await withCasebook(call, 'write', (casebook) => eraseFrom(casebook, id, call.text('reason') ?? null, saidOf(call)));
    if (call.json) call.out(JSON.stringify(done));
    else {
      call.out(`Destroyed what ${done.entries} entries said, and ${done.files} files. The entries themselves stay, and say nothing.`);
      for (const { id: gone, name } of done.goes) call.out(`Gone: ${gone} (“${oneLine(name)}”).`);
      for (const { id: left, name } of done.stays) call.out(`Stays, as a document of its own: ${left} (“${oneLine(name)}”), which was inside of it.`);
      for (const { id: left, name } of done.sameText) call.out(`Beware: ${left} (“${oneLine(name)}”) stays, and has the very same text.`);
      for (const each of done.beyondReach) call.out(beyondReach(each));
    }
    return 0;
  },
};

function saidOf(call: Call): Said {
  const [erases, keeps] = [call.flag('with-parts'), call.flag('keep-parts')];
  if (erases && keeps) throw new Fault('bad-usage', '--with-parts and --keep-parts say two things', 'Say one of them.');
  return { container: call.flag('with-container'), parts: erases ? 'erase' : keeps ? 'keep' : null };
}

function beyondReach({ at, format, name, purpose, digest }: BeyondReach): string {
  const what = format === 'backup' ? `the backup “${oneLine(name ?? '')}”` : `the ${format}, ${oneLine(purpose ?? 'no purpose stated')}`;
  return `Beyond reach: ${what}, of ${at}${digest === null ? '' : ` (digest ${digest})`}. ${format === 'backup' ? 'Destroy it, and make a new one.' : 'Ask whoever has it.'}`;
}

export const check: Command = {
  name: 'check',
  usage: '[--sample N] [--by NAME]',
  about:
    'Reads every original and text again, recomputes the log, holds what is shown against it, records what was found, and names what is missing or altered.',
  options: {
    ...CASEBOOK,
    ...BY,
    sample: { type: 'string', value: 'N', about: 'only the N originals that were not read again for longest, and not what is shown' },
  },
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
