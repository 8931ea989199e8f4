// Which elements of a crime a team has claims for, by its own lists and its own tags, and for which it has none.
import type { ClaimRow } from '../model/answers.ts';
import type { ElementsList, ElementsTold, ElementTold } from '../model/element.ts';
import type { LabelList, RemarkRow } from '../model/remark.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { selectClaims } from '../record/select-claims.ts';
import { namesIn } from '../views/fold-names.ts';
import { readLabelLists, readRemarks } from '../views/read-remarks.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { claimsAbout, idsOf } from './claims-about.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { asOf } from './questions.ts';

/** Claims of one element that are given at once. */
const MOST = 100;

/**
 * Every list of the team, each element with the recorded claims that people tagged with it: those of one claim, event or proceeding, or with null
 * of the whole record. A tag on what is only suggested, or was rejected, counts for nothing until the claim is recorded.
 */
export async function elements(casebook: Casebook, id: string | null, filter: ClaimFilter): Promise<ElementsTold> {
  const { reads } = casebook.store;
  const lists = await readLabelLists(reads);
  const { tags, claims } = lists.length === 0 ? { tags: [], claims: [] } : await taggedClaims(casebook, id, filter);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return { lists: lists.map((list) => listTold(list, tags, byId)), asOf: asOf(casebook, filter) };
}

type TaggedClaims = { readonly tags: readonly RemarkRow[]; readonly claims: readonly ClaimRow[] };

/** Of the whole record, or of a name, the tags lead to the claims: of what a name has thousands of, a few are tagged. Else the claims lead to the tags. */
async function taggedClaims(casebook: Casebook, id: string | null, filter: ClaimFilter): Promise<TaggedClaims> {
  const instant = instantOf(filter);
  const asked = { sort: 'label', ...(instant === undefined ? {} : { knownAt: instant }) } as const;
  if (id !== null && !id.startsWith('n_')) {
    const claims = await claimsAbout(casebook, id, filter);
    const about = [...(await idsOf(casebook, id, filter)), ...claims.map((claim) => claim.id)];
    return { tags: await readRemarks(casebook.store.reads, { ...asked, about }), claims };
  }
  const tags = await readRemarks(casebook.store.reads, asked);
  if (id === null) return { tags, claims: await keptOf(casebook, tags, filter) };
  const names = new Set((await bearersAt(casebook, filter)).namesOf(id));
  const onClaims = tags.filter((tag) => /^[sc]_/.test(tag.about.id));
  const kept = await keptOf(casebook, onClaims, filter);
  return { tags: onClaims, claims: kept.filter((claim) => namesIn(claim.document, claim).some((name) => names.has(name.id))) };
}

/** The claims that tags are on, or that an event or proceeding with a tag is called by, as far as clocks keep them. */
async function keptOf(casebook: Casebook, tags: readonly RemarkRow[], filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  const ids = new Set(tags.flatMap(({ about: { id } }) => claimIds(id)));
  return selectClaims(await readerFor(casebook, { ...filter, status: 'recorded' })([...ids]), filter);
}

const claimIds = (id: string): readonly string[] => (/^(?:ev|pr)_/.test(id) ? claimIdsIn(id) : [id]);

function listTold({ list, labels }: LabelList, tags: readonly RemarkRow[], claims: ReadonlyMap<string, ClaimRow>): ElementsList {
  const told = labels.map(({ label, about }): ElementTold => {
    const own = tags.filter((tag) => tag.list === list && tag.value === label);
    const tagged = own.flatMap((tag) => {
      const claim = claims.get(tag.about.id);
      return claim ? [{ claim, tag }] : [];
    });
    const whole = own.filter(({ about: { id } }) => /^(?:ev|pr)_/.test(id) && claimIds(id).some((each) => claims.has(each)));
    return { label, about, claims: tagged.slice(0, MOST), whole, more: Math.max(0, tagged.length - MOST) };
  });
  return { list, elements: told, blank: told.filter(({ claims: of }) => of.length === 0).length };
}
