// add: documents into the casebook, preserved, read, analysed.
import { resolve } from 'node:path';
import { oneOf } from '../../base/shape.ts';
import { addListed, type Added } from '../../desk/add.ts';
import { checkStated, type Stated } from '../../desk/stated.ts';
import { listFiles } from '../../desk/list-files.ts';
import { SENSITIVITIES } from '../../model/document.ts';
import { AddProgress } from '../add-progress.ts';
import { CAPTURE_OPTIONS, capturePages, isAddress, type Captured, type NotCaptured } from '../capture-pages.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

export const add: Command = {
  name: 'add',
  usage:
    'PATH|URL… [--published EDTF] [--publisher NAME] [--url URL] [--method TEXT] [--collected TIME] [--collector NAME] [--prior-custodian NAME] [--note TEXT] [--consent TEXT] [--consent-until EDTF] [--sensitivity LEVEL] [--without-suggestions] [--proxy URL] [--without-picture] [--allow-local] [--by NAME]',
  about:
    'Preserves each document under its SHA-256, reads it and proposes claims. Folders are walked. What is held already is said to be. A document\nthat cannot be read is preserved all the same, with the reason. Stopped with Ctrl+C, it keeps what is done; run again, it goes on.\nAn address of the web is captured: the page with what it needs as a WARC, and, where Chromium is installed, a picture and a PDF of it. The\nsite sees the address of this machine, or that of a proxy. A page that is not got leaves nothing behind.',
  options: {
    ...CASEBOOK,
    ...BY,
    published: { type: 'string', value: 'EDTF', about: 'when the documents were published; wins over what they say' },
    publisher: { type: 'string', value: 'NAME', about: 'who published them' },
    url: { type: 'string', value: 'URL', about: 'where they were got from' },
    method: { type: 'string', value: 'TEXT', about: 'how they were collected' },
    collected: { type: 'string', value: 'TIME', about: 'when they were collected, EDTF or a moment as 2026-04-02T14:30Z' },
    collector: { type: 'string', value: 'NAME', about: 'who collected them' },
    'prior-custodian': { type: 'string', value: 'NAME', about: 'who had them before' },
    note: { type: 'string', value: 'TEXT', about: 'what else should be known of how they came' },
    consent: { type: 'string', value: 'TEXT', about: 'consent given by whom, for what, until when' },
    'consent-until': { type: 'string', value: 'EDTF', about: 'until when that consent holds' },
    sensitivity: { type: 'string', value: 'LEVEL', about: `one of ${SENSITIVITIES.join(', ')}; else public, and restricted for conversations` },
    ...CAPTURE_OPTIONS,
    'without-suggestions': { type: 'boolean', about: 'preserve and read only; `onrecord analyse` proposes the claims later' },
  },
  words: [1, Infinity],
  examples: [
    'onrecord add reports/',
    'onrecord add statement.txt --published 2022-08 --publisher "The Norvale Herald"',
    'onrecord add https://herald.example/news/12 --proxy socks5h://127.0.0.1:9050',
  ],
  async run(call) {
    const paths = call.words.filter((word) => !isAddress(word)).map((path) => resolve(call.folder, path));
    const done = await withCasebook(call, 'write', async (casebook) => {
      checkStated(stated(call));
      const files = await listFiles(paths);
      const progress = new AddProgress(files, () => performance.now());
      const all: Captured[] = [];
      const suggests = !call.flag('without-suggestions');
      if (files.length > 0) call.progress(progress.text());
      for await (const added of addListed(casebook, files, { stated: stated(call), stopped: call.stopped, suggests })) {
        all.push(added);
        progress.take(added);
        call.out(call.json ? JSON.stringify(added) : line(added, suggests));
        call.progress(progress.text());
      }
      call.progress('');
      for await (const captured of capturePages(call, casebook, call.words.filter(isAddress), { stated: stated(call), suggests })) {
        all.push(captured);
        call.out(call.json ? JSON.stringify(captured) : captured.outcome === 'not-captured' ? notCaptured(captured) : line(captured, suggests));
      }
      return all;
    });
    const unreadable = done.filter(({ outcome }) => outcome === 'unreadable').length;
    const refused = done.filter(({ outcome }) => outcome === 'not-captured').length;
    if (call.stopped.aborted) call.note(`Stopped after ${done.length}. What is done is kept; run the same again to go on.`);
    else if (!call.json)
      call.note(
        `${done.length - unreadable - refused} in the casebook, ${unreadable} preserved but not read${refused === 0 ? '' : `, ${refused} not captured: nothing is recorded of them`}.`,
      );
    return unreadable + refused > 0 ? 1 : 0;
  },
};

/** What is stated with each option. */
const MEMBERS: Readonly<Record<string, keyof Stated>> = {
  published: 'published',
  publisher: 'publisher',
  url: 'url',
  method: 'method',
  collected: 'collectedAt',
  collector: 'collector',
  'prior-custodian': 'priorCustodian',
  note: 'note',
  consent: 'consent',
  'consent-until': 'consentUntil',
};

function stated(call: Call): Stated {
  const out: Record<string, string> = {};
  for (const [option, member] of Object.entries(MEMBERS)) {
    const value = call.text(option);
    if (value !== undefined) out[member] = value;
  }
  const sensitivity = call.text('sensitivity');
  return sensitivity === undefined ? out : { ...out, sensitivity: oneOf(SENSITIVITIES)(sensitivity, '--sensitivity') };
}

const notCaptured = ({ path, problem: { reason, hint } }: NotCaptured): string =>
  `not captured: ${oneLine(reason, 200)} ${oneLine(hint, 200)}  ${oneLine(path)}`;

function line({ id, path, outcome, title, suggestions, problem, sensitivity, revises }: Added, suggests: boolean): string {
  if (outcome === 'held') return `${id}  already held  ${oneLine(path)}`;
  if (outcome === 'opened') return `${id}  opened; its files follow  ${oneLine(path)}`;
  if (problem) return `${id}  preserved, not read: ${problem.reason} ${problem.hint}  ${oneLine(path)}`;
  const another = revises === null ? '' : `, another text under the address of ${revises}: see \`onrecord revisions ${revises}\``;
  const kept = sensitivity === null || sensitivity === 'public' ? '' : `, ${sensitivity}`;
  return `${id}  added${suggests ? `, ${suggestions} suggestions` : ''}${kept}${another}  ${oneLine(title ?? path, 70)}`;
}
