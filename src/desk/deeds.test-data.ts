// All that people do to a casebook, for tests of what must hold whatever they did: at least one deed for every kind of act. Where doing it would
// want a file to be read, a page of the web or a model, the act itself is recorded, as the log holds it.
import { sql } from 'kysely';
import type { Act } from '../model/act.ts';
import { Fault } from '../base/fault.ts';
import { ATTACHED_AS } from '../model/attachment.ts';
import { contentOf } from '../model/claim.ts';
import { contradictions, rule, undoRuling } from './contradictions.ts';
import { attach, detach } from './attach.ts';
import { amendClaim, withdrawClaim } from './claim-new.ts';
import { stateCare } from './care.ts';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { markGraphic } from './graphic.ts';
import { judge, undoJudgement } from './judge.ts';
import { linkHappenings, undoLink } from './links.ts';
import { setSearched } from './name-lists.ts';
import { joinOrigins, splitOrigins } from './origins.ts';
import { askForName, statePseudonym, takePseudonymBack } from './pseudonyms.ts';
import { proceedings } from './proceedings-around.ts';
import { claim, claims } from './questions.ts';
import { assess, assign, endRemark, keepLabels, label, note } from './remarks.ts';
import { amend, decide, undo } from './review.ts';
import { rotateKey } from './rotate-key.ts';

/** `ids` are recorded claims, `documents` those that they stand in */
export type Book = { readonly casebook: Casebook; readonly ids: readonly string[]; readonly documents: readonly string[] };

/** Something that a person may do; `a` and `b` pick what it is done to. What the record refuses is refused, and changes nothing. */
export type Deed = (book: Book, a: number, b: number) => Promise<unknown>;

function at<T>(from: readonly T[], n: number): T {
  if (from.length === 0) throw new Fault('not-found', 'there is nothing yet to do it to', 'Do something else.');
  return from[n % from.length] as T;
}

type Held = 'attached' | 'judgement' | 'ruling' | 'link' | 'remark' | 'review' | 'reading';
const entriesOf = async ({ store: { reads } }: Casebook, table: Held): Promise<readonly string[]> => {
  if (table === 'review')
    return (
      await sql<{ entry: string }>`select id as entry from log_entries where position in (select position from decision) order by position`.execute(reads)
    ).rows.map(({ entry }) => entry);
  if (table === 'reading') return (await reads.selectFrom('reading').select('entry').execute()).map(({ entry }) => entry);
  return (await reads.selectFrom(table).select('entry').orderBy('entry_index').execute()).map(({ entry }) => entry);
};
const waiting = async (casebook: Casebook) => (await claims(casebook, { status: 'suggested' })).map(({ id }) => id);
const names = async (casebook: Casebook) => (await entities(casebook)).map(({ id }) => id);
const heldOf = async ({ store: { reads } }: Casebook, document: string) =>
  reads.selectFrom('document').innerJoin('original', 'original.id', 'document.original').select(['original.id', 'original.sha256', 'original.size']).where('document.id', '=', document).executeTakeFirstOrThrow(() => new Fault('not-found', 'it was erased', 'Do something else.')); // prettier-ignore
const say = ({ casebook }: Book, act: Act) => casebook.record([act]);
const original = async ({ casebook, documents }: Book, a: number): Promise<string> => (await heldOf(casebook, at(documents, a))).id;

/** The list of names that a deed brought is erased by its id. */
const lists = async ({ store: { reads } }: Casebook) => (await reads.selectFrom('list').select('id').execute()).map(({ id }) => id);

export const DEEDS: Readonly<Record<string, Deed>> = {
  accept: async ({ casebook }, a) => decide(casebook, 'accept', [at(await waiting(casebook), a)], null),
  reject: async ({ casebook }, a) => decide(casebook, 'reject', [at(await waiting(casebook), a)], 'not so'),
  amendSuggestion: async ({ casebook }, a) => {
    const id = at(await waiting(casebook), a);
    return amend(casebook, id, { ...contentOf(await claim(casebook, id)), modality: 'alleged' }, 'as they say');
  },
  takeBack: ({ casebook, ids }, a) => undo(casebook, [at(ids, a)], null),
  amend: async ({ casebook, ids }, a, b) => {
    const content = contentOf(await claim(casebook, at(ids, a)));
    return amendClaim(casebook, at(ids, a), { ...content, roles: { ...content.roles, outcome: [`${b} people`] } }, 'counted again');
  },
  withdraw: ({ casebook, ids }, a) => withdrawClaim(casebook, at(ids, a), 'not so'),
  sameName: async ({ casebook }, a, b) => judge(casebook, [at(await names(casebook), a), at(await names(casebook), b)], b % 2 ? 'same' : 'different', 'as I see it'),
  sameEvent: ({ casebook, ids }, a, b) => judge(casebook, [at(ids, a), at(ids, b)], b % 2 ? 'same' : 'different', 'as I see it'),
  origin: ({ casebook, documents }, a, b) => (b % 2 ? joinOrigins : splitOrigins)(casebook, [at(documents, a), at(documents, b)], 'as I see it'),
  owner: ({ casebook }, a) => (a % 2 ? joinOrigins : splitOrigins)(casebook, ['Holmvik Posten', 'Sepid Radio'], 'as I see it'),
  attach: ({ casebook, documents }, a, b) =>
    attach(casebook, at(documents, a), at(documents, b), { as: at(ATTACHED_AS, b), madeBy: 'Sara Mohebbi', maker: 'person', method: null }),
  detach: async ({ casebook }, a) => detach(casebook, at(await entriesOf(casebook, 'attached'), a), null),
  unjudge: async ({ casebook }, a) => undoJudgement(casebook, at(await entriesOf(casebook, 'judgement'), a), null),
  rule: async ({ casebook }, a) => rule(casebook, at(await contradictions(casebook), a).id, 'both stand', 'two counts'),
  unrule: async ({ casebook }, a) => undoRuling(casebook, at(await entriesOf(casebook, 'ruling'), a), null),
  link: ({ casebook, ids }, a, b) => linkHappenings(casebook, b % 2 ? 'part of' : 'led to', at(ids, a), at(ids, b), 'as I see it'),
  unlink: async ({ casebook }, a) => undoLink(casebook, at(await entriesOf(casebook, 'link'), a), null),
  note: ({ casebook, ids, documents }, a) => note(casebook, [at([...ids, ...documents, ...ids.map((id) => `ev_${id.slice(2)}`)], a)], 'look again'),
  noteOnProceeding: async ({ casebook }, a) => note(casebook, [at(await proceedings(casebook, {}), a).id], 'ask the court'),
  label: ({ casebook, ids }, a, b) => label(casebook, [at(ids, a), at(ids, b)], 'urgent', null, null),
  elements: ({ casebook }, a) => keepLabels(casebook, { list: 'elements', labels: a % 2 ? [{ label: 'intent', about: '' }] : [] }),
  element: ({ casebook, ids }, a) => label(casebook, [at(ids, a)], 'intent', 'elements', null),
  assign: ({ casebook, ids }, a, b) => assign(casebook, [at(ids, a)], at(['Parvin Ostovar', 'Mina Farhadi'], b), null),
  assess: ({ casebook, documents }, a, b) => assess(casebook, [at(documents, a)], at(['unsure', 'likely reliable'], b), 'read it'),
  unremark: async ({ casebook }, a) => endRemark(casebook, at(await entriesOf(casebook, 'remark'), a), 'taken back', null),
  care: async (book, a, b) => stateCare(book.casebook, at([...book.ids, ...(await names(book.casebook)), await original(book, a)], b), { sensitivity: 'restricted' }, 'asked for'),
  pseudonym: async ({ casebook }, a, b) => statePseudonym(casebook, at(await names(casebook), a), { pseudonym: `Witness ${b}` }, 'asked for'),
  unpseudonym: async ({ casebook }, a) => takePseudonymBack(casebook, at(await names(casebook), a), 'agreed'),
  askForName: async ({ casebook }, a) => askForName(casebook, at(await names(casebook), a), 'to call them'),
  graphic: ({ casebook, documents }, a, b) => markGraphic(casebook, at(documents, a), b % 2 === 0, 'as I see it'),
  rotate: ({ casebook }) => rotateKey(casebook, { reason: 'it is time', lost: false }),
  open: async (book, a) => say(book, { kind: 'original.opened', payload: { original: await original(book, a) } }),
  uncover: async (book, a) => say(book, { kind: 'original.uncovered', payload: { original: await original(book, a) } }),
  // Nothing is inside of itself.
  contain: async (book, a) => say(book, { kind: 'original.contained', payload: { original: await original(book, 1 + (a % 2)), container: await original(book, 0), name: 'copy.txt' } }),
  describe: async (book, a, b) => say(book, { kind: 'original.described', payload: { original: await original(book, a), reader: 'film@1', facts: [{ fact: 'taken', value: `2021-0${b + 1}`, from: 'EXIF' }] } }),
  unreadable: async (book, a) => say(book, { kind: 'document.unreadable', payload: { original: await original(book, a), reader: 'txt@9', problem: { code: 'damaged', reason: 'it is cut off', hint: 'Ask for it again.' } } }),
  // Each capture makes a file of its own.
  capture: async (book, a) => {
    const id = await original(book, a);
    if (await book.casebook.store.reads.selectFrom('capture').select('original').where('original', '=', id).executeTakeFirst()) throw new Fault('conflict', 'it was captured', 'Capture another.');
    return say(book, { kind: 'page.captured', payload: { original: id, asked: 'https://herald.example/1', reached: 'https://herald.example/1', redirects: [], from: '2024-01-01T00:00:00Z', until: '2024-01-01T00:00:09Z', answers: 3, browser: null, picture: null, pdf: null, noPicture: 'no browser', proxied: false, leftOut: [], leftOutBeside: 0 } });
  },
  reread: async (book, a, b) => {
    const document = at(book.documents, a);
    const text = `Page ${b}.\n\nNavid Golzari was shot at Tirgan.\n`;
    const kept = await book.casebook.store.vault.keepText(text);
    return say(book, { kind: 'document.read', payload: { document, original: await original(book, a), text: kept, length: Array.from(text).length, reader: `txt@${9 + b}`, pages: [], metadata: {}, warnings: [], utterances: null } });
  },
  move: async (book, a, b) => {
    const found = await claim(book.casebook, at(book.ids, a));
    const read = await book.casebook.store.reads.selectFrom('reading').select('text_sha256').where('document', '=', found.document).execute();
    const review = at(await entriesOf(book.casebook, 'review'), a);
    const quote = b % 2 ? { exact: 'Navid Golzari', start: 9, end: 22 } : null;
    return say(book, { kind: 'anchor.moved', payload: { document: found.document, claim: found.id, review, text: at(read, b).text_sha256, quote, rule: null, reason: 'seen' } });
  },
  bringList: async (book, a, b) => {
    const { id, sha256, size } = await heldOf(book.casebook, at(book.documents, a));
    const text = await book.casebook.store.vault.keepText(JSON.stringify({ row: 1, id: null, kind: null, names: [`Navid Golzari ${b}`], facts: [] }));
    return say(book, { kind: 'list.added', payload: { list: book.casebook.newId('l_'), title: `Officers, ${id}`, file: 'list.csv', source: null, sensitivity: 'public', sha256, size, text, reader: 'names@1', format: 'names', columns: [], entries: 1, names: 1, notes: [] } });
  },
  setList: async ({ casebook }, a, b) => setSearched(casebook, at(await lists(casebook), a), b % 2 === 0, null),
  check: async (book, a) => say(book, { kind: 'integrity.checked', payload: { sample: a % 2 === 0, originals: a % 2 === 0 ? [await original(book, a)] : [], wrong: [] } }),
  backup: (book, a) => say(book, { kind: 'backup.begun', payload: { backup: book.casebook.newId('b_'), name: `backup-${a}` } }),
  redact: (book, a, b) => say(book, { kind: 'redaction.made', payload: { document: at(book.documents, a), passages: b, digest: 'ab'.repeat(32), kept: [], reason: 'for the press' } }),
  send: (book, a) => say(book, { kind: 'document.sent', payload: { document: at(book.documents, a), to: 'http://127.0.0.1:8080', model: 'small', characters: 40 } }),
  hand: async (book, a) => say(book, { kind: 'export.made', payload: { format: 'bundle', digest: 'cd'.repeat(32), entries: 9, originals: [await original(book, a)], withheld: 1, purpose: null } }),
  eraseClaim: ({ casebook, ids }, a) => erase(casebook, at(ids, a), 'asked for'),
  eraseRemark: async ({ casebook }, a) => erase(casebook, at(await entriesOf(casebook, 'remark'), a), 'asked for'),
  erasePerson: async ({ casebook }, a) => erase(casebook, at((await casebook.store.reads.selectFrom('person').select('id').orderBy('id').execute()).map(({ id }) => id), a), 'asked for'),
  eraseList: async ({ casebook }, a) => erase(casebook, at(await lists(casebook), a), 'asked for'),
  eraseDocument: ({ casebook, documents }, a, b) => erase(casebook, at(documents, a), 'asked for', { container: b > 3, parts: b % 2 ? 'erase' : 'keep' }),
}; // prettier-ignore
