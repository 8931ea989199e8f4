// What people of a team say among themselves of claims, names, events, proceedings and documents: notes, labels, who is to do what,
// how reliable a source is. Each is an entry of the log with a name on it; each can be ended, and the ending is recorded too.
import { Fault } from '../base/fault.ts';
import type { Act } from '../model/act.ts';
import { STATUSES } from '../model/answers.ts';
import { BEINGS, RELIABILITIES, type Ending, type LabelList, type Remark, type RemarkRow, type Subject } from '../model/remark.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { readClaims } from '../views/read-claims.ts';
import { namesOf, readNames } from '../views/read-entities.ts';
import { readNameGroups } from '../views/read-judged.ts';
import { readLabelLists, readRemarks, type RemarksAsked } from '../views/read-remarks.ts';
import type { Casebook } from './casebook.ts';
import { pick } from './parse-filter.ts';
import { proceeding } from './proceedings-around.ts';
import { publisherSide } from './publishers.ts';

/** Notes the same on each of them. */
export async function note(casebook: Casebook, ids: readonly string[], text: string): Promise<readonly RemarkRow[]> {
  if (!text.trim()) throw new Fault('bad-usage', 'the note is empty', 'Give its text.');
  return remark(casebook, ids, { sort: 'note', list: null, value: text, text: null });
}

/**
 * Labels each of them, with a label of the team's own, or of one of its lists. What has it already is left as it is.
 *
 * Throws a Fault 'not-found' where there is no such list, or the list has no such label.
 */
export async function label(
  casebook: Casebook,
  ids: readonly string[],
  value: string,
  list: string | null,
  text: string | null,
): Promise<readonly RemarkRow[]> {
  if (!value.trim()) throw new Fault('bad-usage', 'the label is empty', 'Give it a name.');
  if (list !== null) await requireLabel(casebook, list, value);
  const there = await readRemarks(casebook.store.reads, { about: ids, sort: 'label', value });
  const labelled = there.filter((each) => each.list === list);
  const fresh = ids.filter((id) => labelled.every(({ about }) => about.id !== id));
  return [...labelled, ...(fresh.length === 0 ? [] : await remark(casebook, fresh, { sort: 'label', list, value, text }))];
}

async function requireLabel(casebook: Casebook, list: string, value: string): Promise<void> {
  const lists = await readLabelLists(casebook.store.reads);
  const found = lists.find((each) => each.list === list);
  if (!found) throw new Fault('not-found', `there is no list of labels “${list}”`, `There are: ${lists.map((each) => each.list).join(', ') || 'none yet'}. Make one with \`onrecord labels\`.`); // prettier-ignore
  if (found.labels.every((each) => each.label !== value))
    throw new Fault('not-found', `“${list}” has no label “${value}”`, `It has: ${found.labels.map((each) => each.label).join(', ')}.`);
}

/** Asks a person, by the name that they act under, to see to each of them. The log knows them by an id, as it does all people. */
export async function assign(casebook: Casebook, ids: readonly string[], to: string, text: string | null): Promise<readonly RemarkRow[]> {
  if (!to.trim()) throw new Fault('bad-usage', 'nobody is named', 'Give the name that the person acts under.');
  const { person, introduction } = await casebook.personNamed(to);
  return remark(casebook, ids, { sort: 'assignment', list: null, value: person, text }, introduction);
}

/** A person's assessment of documents, of publishers, or of whom claims name as speaking, as sources; wants the grounds. One's own earlier one of the same source ends with it. */
export async function assess(casebook: Casebook, ids: readonly string[], step: string, grounds: string | null): Promise<readonly RemarkRow[]> {
  const value = pick(RELIABILITIES, step, 'step of reliability');
  if (!grounds?.trim()) throw new Fault('bad-usage', 'an assessment wants its grounds', 'Say them, with --reason TEXT.');
  const about = ids.find((id) => !/^[donu]_/.test(id));
  if (about !== undefined)
    throw new Fault('bad-usage', `${about} is no source`, 'Assess documents (d_…), publishers (u_…), or whom claims name as speaking (n_…).');
  const earlier = (await readRemarks(casebook.store.reads, { about: ids, sort: 'reliability' })).filter(({ by }) => by === casebook.by);
  const ends = earlier.map((each): Act => endOf(each, 'taken back', 'assessed anew'));
  return remark(casebook, ids, { sort: 'reliability', list: null, value, text: grounds }, ends);
}

/** What a person says that a name is of: its page follows it, and nothing else does. One's own earlier word of the same name ends with it. */
export async function sayBeing(casebook: Casebook, ids: readonly string[], being: string, grounds: string | null): Promise<readonly RemarkRow[]> {
  const value = pick(BEINGS, being, 'sort of name');
  const other = ids.find((id) => !id.startsWith('n_'));
  if (other !== undefined) throw new Fault('bad-usage', `${other} is no name`, 'List names with `onrecord entities`; their ids begin with n_.');
  const earlier = (await remarksOn(casebook, ids)).filter(({ sort, by }) => sort === 'being' && by === casebook.by);
  const ends = earlier.map((each): Act => endOf(each, 'taken back', 'said anew'));
  return remark(casebook, ids, { sort: 'being', list: null, value, text: grounds }, ends);
}

/** Ends a remark, by the entry that holds it. */
export async function endRemark(casebook: Casebook, entry: string, how: Ending, reason: string | null): Promise<RemarkRow> {
  const standing = await standingRemark(casebook, entry);
  if (!standing) throw new Fault('not-found', `no remark that stands is held by ${entry}`, '`onrecord remarks` lists them, each with its entry.');
  if (how === 'done' && standing.sort !== 'assignment')
    throw new Fault('bad-usage', `${entry} is no assignment`, 'Take it back instead: onrecord review undo.');
  await casebook.record([endOf(standing, how, reason)]);
  const [ended] = await readRemarks(casebook.store.reads, { entry, ended: true });
  return ended ?? standing;
}

const endOf = ({ entry, about }: RemarkRow, how: Ending, reason: string | null): Act => ({
  kind: 'remark.ended',
  payload: { remark: entry, about, how, reason },
});

/** The remark that an entry holds, if it stands. */
export const standingRemark = async ({ store: { reads } }: Casebook, entry: string): Promise<RemarkRow | null> =>
  (await readRemarks(reads, { entry }))[0] ?? null;

/** Of a name: what is remarked on any that people joined with it. Of an event: what is remarked on it by any of these ids. */
export async function remarksOn(casebook: Casebook, ids: readonly string[], knownAt?: string): Promise<readonly RemarkRow[]> {
  const { reads } = casebook.store;
  const about = new Set(ids);
  const groups = knownAt === undefined ? null : await readNameGroups(reads, knownAt);
  const joinedWith = (id: string) => groups?.find((members) => members.includes(id)) ?? [];
  for (const id of ids) if (id.startsWith('n_')) for (const name of groups ? joinedWith(id) : await namesOf(reads, id)) about.add(name);
  return readRemarks(reads, { about: [...about], ...(knownAt === undefined ? {} : { knownAt }) });
}

/** Ends the mark of a claim whose words are not in the `later` document: somebody saw it, and says what became of it. */
export async function settleRevision(casebook: Casebook, claim: string, later: string, reason: string): Promise<readonly RemarkRow[]> {
  return remark(casebook, [claim], { sort: 'revision', list: null, value: later, text: reason }, [], [later]);
}

/** Remarks across the casebook, oldest first. `to`: assignments of the person who acts under this name. */
export async function remarks(casebook: Casebook, asked: Omit<RemarksAsked, 'value'> & { readonly to?: string }): Promise<readonly RemarkRow[]> {
  const { to, ...rest } = asked;
  const rows = await readRemarks(casebook.store.reads, to === undefined ? rest : { ...rest, sort: 'assignment' });
  return to === undefined ? rows : rows.filter(({ value }) => value === to);
}

export const labelLists = ({ store: { reads } }: Casebook): Promise<readonly LabelList[]> => readLabelLists(reads);

/** Keeps a list of labels under its name, in the place of the one that was there; without labels, the list ends. */
export async function keepLabels(casebook: Casebook, { list, labels }: LabelList): Promise<readonly LabelList[]> {
  const names = labels.map((each) => each.label.trim());
  if (!list.trim() || names.includes('')) throw new Fault('bad-usage', 'a list and each of its labels want a name', 'Give them.');
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice !== undefined) throw new Fault('bad-usage', `“${twice}” stands in the list twice`, 'Name each label once.');
  await casebook.record([{ kind: 'labels.listed', payload: { list, labels: labels.map((each, n) => ({ ...each, label: names[n] ?? '' })) } }]);
  return labelLists(casebook);
}

/** @param also - documents that it has to do with beside those that its subjects stand in */
async function remark(
  casebook: Casebook,
  ids: readonly string[],
  said: Omit<Remark, 'about'>,
  before: readonly Act[] = [],
  also: readonly string[] = [],
): Promise<readonly RemarkRow[]> {
  const subjects = await Promise.all([...new Set(ids)].map((id) => subjectOf(casebook, id)));
  const acts = subjects.map((about): Act => ({ kind: 'remark.made', payload: { ...said, about: { ...about, documents: [...about.documents, ...also] } } }));
  const entries = await casebook.record([...before, ...acts]);
  const made = await Promise.all(entries.map(({ envelope }) => readRemarks(casebook.store.reads, { entry: envelope.id })));
  return made.flat();
}

/** What an id names, with the documents that it stands in: so that an erasure of them reaches what is said of it. */
async function subjectOf(casebook: Casebook, id: string): Promise<Subject> {
  const { reads } = casebook.store;
  if (id.startsWith('n_')) {
    const [name] = await readNames(reads, [id]);
    if (name) return { id, documents: [name.document], label: name.label };
  }
  if (/^(?:s|c|ev|pr)_/.test(id)) {
    const ids = /^(?:ev|pr)_/.test(id) ? claimIdsIn(id) : [id];
    const [claim] = await readClaims(reads, { ids, statuses: STATUSES });
    // A proceeding is of one accused, even where its claim names several: what is remarked on one is remarked on no other.
    if (claim) return { id, documents: [claim.document], label: id.startsWith('pr_') ? (await proceeding(casebook, id)).accused : claim.quote.exact };
  }
  if (id.startsWith('u_')) {
    const { document, label: name } = await publisherSide(casebook, id);
    return { id, documents: [document], label: name };
  }
  if (/^[do]_/.test(id)) {
    const row = await reads
      .selectFrom('original')
      .leftJoin('document', 'document.original', 'original.id')
      .select(['original.id', 'original.name', 'document.id as document', 'document.title'])
      .where(({ or, eb }) => or([eb('original.id', '=', id), eb('document.id', '=', id)]))
      .executeTakeFirst();
    if (row) return { id: row.document ?? row.id, documents: [row.document ?? row.id], label: row.title ?? row.name };
  }
  throw new Fault(
    'not-found',
    `nothing in the record has the id ${id}`,
    'Remark on a claim (s_…, c_…), a name (n_…), an event (ev_…), a proceeding (pr_…), a publisher (u_…) or a document (d_…).',
  );
}
