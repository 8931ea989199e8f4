// claim: a person's own claim, in words of a document that nobody proposed.
import { Fault } from '../../base/fault.ts';
import type { Casebook } from '../../desk/casebook.ts';
import { recordClaim, withdrawClaim } from '../../desk/claim-new.ts';
import { pick } from '../../desk/parse-filter.ts';
import { findQuote, textOf } from '../../desk/quoted.ts';
import { understandTime } from '../../desk/understand-time.ts';
import type { ClaimRow } from '../../model/answers.ts';
import { parseClaimContent, type ClaimTime } from '../../model/claim.ts';
import { KINDS, MODALITIES, ROLES, type Role } from '../../model/vocabulary.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, wholeNumber, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

export const claim: Command = {
  name: 'claim',
  usage:
    'new|withdraw [ID] [--document ID] [--quote TEXT] [--start N] [--kind KIND] [--role ROLE=NAME …] [--time TEXT] [--edtf EDTF] [--modality MODALITY] [--said-by NAME …] [--reason TEXT] [--by NAME]',
  about:
    'new records a claim of your own, tied to words of a document that you quote; a time is resolved as the document means it, unless --edtf\nsays what it is. withdraw takes one back, with a reason; it stays to be seen as withdrawn. `onrecord review undo ID` undoes either.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    document: { type: 'string', value: 'ID', about: 'of new: the document that says it' },
    quote: { type: 'string', value: 'TEXT', about: 'of new: its words, letter by letter' },
    start: { type: 'string', value: 'N', about: 'of new: where they begin, in code points, if they stand there more than once' },
    kind: { type: 'string', value: 'KIND', about: 'of new: the kind of claim' },
    role: { type: 'string', value: 'ROLE=NAME', many: true, about: `of new, any number: who and what; ROLE is one of ${ROLES.join(', ')}` },
    time: { type: 'string', value: 'TEXT', about: 'of new: when it happened, in the document’s words' },
    edtf: { type: 'string', value: 'EDTF', about: 'of new: the date that the time means' },
    modality: { type: 'string', value: 'MODALITY', about: `of new: one of ${MODALITIES.join(', ')}; else asserted` },
    'said-by': { type: 'string', value: 'NAME', many: true, about: 'of new, any number: the speakers, nearest to the words last' },
  },
  words: [1, 2],
  examples: [
    'onrecord claim new --document d_0123456789abcdef --quote "was arrested at Holmvik airport" --kind arrest --role "target=Kamran Sohrabzadeh" --time "on 14 November 2018"',
    'onrecord claim withdraw c_0123456789abcdef --reason "the words speak of another man"',
  ],
  async run(call) {
    const row = await withCasebook(call, 'write', (casebook) => act(casebook, call));
    call.out(call.json ? JSON.stringify(row) : claimLine(row));
    return 0;
  },
};

async function act(casebook: Casebook, call: Call): Promise<ClaimRow> {
  const [verb, id] = call.words;
  if (verb === 'withdraw' && id !== undefined) return withdrawClaim(casebook, id, call.text('reason') ?? null);
  if (verb === 'new' && id === undefined) return record(casebook, call);
  throw new Fault(
    'bad-usage',
    `\`claim ${call.words.join(' ')}\` is no call`,
    'There are: claim new --document ID --quote TEXT --kind KIND …; claim withdraw ID.',
  );
}

async function record(casebook: Casebook, call: Call): Promise<ClaimRow> {
  const document = wanted(call, 'document');
  const quote = findQuote(await textOf(casebook, document), wanted(call, 'quote'), wholeNumber(call, 'start'));
  const content = {
    quote,
    kind: pick(KINDS, wanted(call, 'kind'), 'kind of claim'),
    roles: rolesOf(call.texts('role')),
    time: await timeOf(casebook, document, call),
    modality: pick(MODALITIES, call.text('modality') ?? 'asserted', 'modality'),
    saidBy: call.texts('said-by'),
  };
  return recordClaim(casebook, document, parseClaimContent(content, 'claim'));
}

function wanted(call: Call, option: string): string {
  const words = call.text(option);
  if (words === undefined) throw new Fault('bad-usage', `\`claim new\` wants --${option}`, 'See `onrecord claim --help`.');
  return words;
}

function rolesOf(words: readonly string[]): Partial<Record<Role, readonly string[]>> {
  const roles: Partial<Record<Role, readonly string[]>> = {};
  for (const each of words) {
    const [, name = '', value = ''] = /^([^=]*)=(.+)$/s.exec(each) ?? [];
    if (value === '') throw new Fault('bad-usage', `"${each}" is no role`, 'Give it as ROLE=NAME, as actor="Holmvik District Court".');
    const role = pick(ROLES, name, 'role');
    roles[role] = [...(roles[role] ?? []), value];
  }
  return roles;
}

async function timeOf(casebook: Casebook, document: string, call: Call): Promise<ClaimTime | null> {
  const [text, edtf] = [call.text('time'), call.text('edtf')];
  if (text !== undefined) return { text, edtf: edtf ?? (await understandTime(casebook, document, text)) };
  if (edtf === undefined) return null;
  throw new Fault('bad-usage', 'a date needs the words of the document that give it', 'Give them with --time TEXT.');
}
