// How people say that happenings hang together: a killing is a part of a massacre, a plot led to an arrest and that to a trial. Each
// link is an entry of the log with its reason; `undoLink` takes it back. None is made by machine, and none says what caused what.
import { Fault } from '../base/fault.ts';
import type { LinkRow, LinkSort } from '../model/link.ts';
import { wayBetween } from '../record/chain-events.ts';
import { readLinks } from '../views/read-links.ts';
import type { Casebook } from './casebook.ts';
import { happening } from './judge.ts';

/**
 * Says that the first is a part of the second, or led to it, each named by a claim that tells of it (s_…, c_…) or by its event (ev_…).
 *
 * Throws a Fault 'bad-usage' without a reason or for what tells of no happening; 'conflict' where links that stand lead back to the first.
 */
export async function linkHappenings(casebook: Casebook, link: LinkSort, from: string, to: string, reason: string | null): Promise<LinkRow> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'a link wants a reason', 'Say why, with --reason TEXT: it stays in the record beside the link.');
  const [one, other] = [await happening(casebook, from), await happening(casebook, to)];
  if (one.id === other.id) throw new Fault('bad-usage', `${one.id} is named twice`, 'Name two that differ.');
  const { reads } = casebook.store;
  const standing = (await readLinks(reads, null)).filter((each) => !each.undone && each.link === link);
  const joined = new Map(
    (await reads.selectFrom('joined').select(['member', 'leader']).where('sort', '=', 'event').execute()).map((row) => [row.member, row.leader]),
  );
  const back = wayBetween(standing, (claim) => joined.get(claim) ?? claim, other.id, one.id);
  if (back) {
    const steps = back.map(({ left, right, entry }) => `“${left.label}” ${link} “${right.label}” (${entry})`).join('; ');
    throw new Fault(
      'conflict',
      `it would go round in a circle${steps && `: ${steps}`}`,
      'Take one of these back first: onrecord review undo ENTRY --reason TEXT.',
    );
  }
  const [left, right] = [one, other].map(({ id, document, quote }) => ({ id, document, label: quote.exact }));
  if (!left || !right) throw new Error('two happenings are named');
  const [entry] = (await casebook.record([{ kind: 'happenings.linked', payload: { link, left, right, reason } }])).slice(-1);
  const made = (await readLinks(reads, [left.id])).find((row) => row.entry === entry?.envelope.id);
  if (!made) throw new Error('the link was not folded');
  return made;
}

/** The link that an entry holds, if it was not taken back. */
export const standingLink = async ({ store: { reads } }: Casebook, entry: string): Promise<LinkRow | null> =>
  (await readLinks(reads, null)).find((each) => each.entry === entry && !each.undone) ?? null;

/** Takes back a link, by the entry that holds it. */
export async function undoLink(casebook: Casebook, entry: string, reason: string | null): Promise<LinkRow> {
  const made = await standingLink(casebook, entry);
  if (!made) throw new Fault('not-found', `no link that stands is held by ${entry}`, '`onrecord show ev_…` lists those of an event, each with its entry.');
  const documents = [...new Set([made.left.document, made.right.document])];
  await casebook.record([{ kind: 'judgement.undone', payload: { judgement: entry, documents, reason } }]);
  return { ...made, undone: true, undoneAt: casebook.now.toISOString() };
}
