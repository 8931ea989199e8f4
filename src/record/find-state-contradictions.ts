// What recorded claims say against each other of one person's post or state: a death of two times, an appointment of two times, one post that two are
// said to hold on one day, and what is said to be so and not to be so. Later truth is no contradiction: what differs in time is left alone.
import { canMeet, readEdtf, within, type Edtf } from '../base/edtf.ts';
import { fold, foldedWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Contradicted, ContradictionSide } from '../model/contradiction.ts';
import { familyOf, type Kind, type Role } from '../model/vocabulary.ts';
import { isDescription } from '../names/name-key.ts';
import type { Identity } from './identity.ts';
import { kinKinds, sameOrKin } from './propose-events.ts';
import posts from './single-posts.json' with { type: 'json' };

/** Two claims that cannot both be so. */
export type Opposed = { readonly on: Contradicted; readonly left: ContradictionSide; readonly right: ContradictionSide };

type Told = { readonly claim: ClaimRow; readonly time: Edtf | null };

const ENDS: readonly Kind[] = ['death', 'killing', 'execution'];
const POSTS: readonly Kind[] = ['position', 'appointment'];

/** The kinds of claims that a claim of this kind can stand against in what is told of a person or a post. */
export const opposableKinds = (kind: Kind): readonly Kind[] => [
  ...new Set([...kinKinds(kind), ...[ENDS, POSTS].flatMap((some) => (some.includes(kind) ? some : []))]),
];

/** Whom a claim is about: of an office who holds it, of a death or a legal step whom it befell. */
const holderRole = (kind: Kind): Role => (familyOf(kind) === 'office' ? 'actor' : 'target');

/**
 * Of recorded claims. People are one only where somebody judged so, or within one document. O(claims + for each person and each post the square of the
 * claims that tell of its death, appointment or holder).
 */
export function findStateContradictions(claims: readonly ClaimRow[], identity: Identity): readonly Opposed[] {
  const told = claims.map((claim): Told => ({ claim, time: claim.time?.edtf ? readEdtf(claim.time.edtf) : null }));
  const ofPerson = Map.groupBy(
    told.flatMap((each) => holders(each.claim).map((name) => ({ each, by: identity.bearer({ document: each.claim.document, name }) }))),
    ({ by }) => by,
  );
  const people = [...ofPerson.values()].map((all) => [...new Set(all.map(({ each }) => each))]);
  const held = told.filter(({ claim }) => POSTS.includes(claim.kind) && claim.modality === 'asserted' && postOf(claim) !== null);
  const byPost = [...Map.groupBy(held, ({ claim }) => postOf(claim)).values()];
  return [...people.flatMap((own) => [...deaths(own), ...appointments(own), ...denials(own)]), ...byPost.flatMap((own) => twoHolders(own, identity))];
}

const holders = ({ kind, roles }: ClaimRow): readonly string[] => (roles[holderRole(kind)] ?? []).filter((name) => !isDescription(name));

/** One death is of one time. Who is said to be dead by several claims that can be of one day is in no doubt. */
function deaths(own: readonly Told[]): readonly Opposed[] {
  const ends = own.filter(({ claim }) => ENDS.includes(claim.kind) && claim.modality === 'asserted' && holders(claim).length === 1);
  return firstAgainst(ends, ({ time: a }, { time: b }) => a !== null && b !== null && !canMeet(a, b)).map((pair) => opposed('time', ...pair, timeWords));
}

/** The same post, taken up at two times. */
function appointments(own: readonly Told[]): readonly Opposed[] {
  const taken = own.filter(({ claim }) => claim.kind === 'appointment' && claim.modality === 'asserted' && postOf(claim) !== null);
  return [...Map.groupBy(taken, ({ claim }) => postOf(claim)).values()].flatMap((same) =>
    firstAgainst(same, ({ time: a }, { time: b }) => a !== null && b !== null && !canMeet(a, b)).map((pair) => opposed('time', ...pair, timeWords)),
  );
}

/** What is said to be so, and not to be so: of one person, one kind and one post or time. Harms have denials of their own. */
function denials(own: readonly Told[]): readonly Opposed[] {
  const denied = own.filter(({ claim }) => claim.modality === 'denied' && ['office', 'justice', 'life'].includes(familyOf(claim.kind)));
  return denied.flatMap((no) => {
    const yes = own.find(
      ({ claim, time }) =>
        claim.modality === 'asserted' &&
        sameOrKin(claim.kind, no.claim.kind) &&
        mayBeSamePost(claim, no.claim) &&
        !(time && no.time && !canMeet(time, no.time)),
    );
    return yes ? [opposed('occurrence', yes, no, ({ claim }) => claim.quote.exact)] : [];
  });
}

const mayBeSamePost = (a: ClaimRow, b: ClaimRow): boolean =>
  (['title', 'organization'] as const).every((role) => {
    const [x, y] = [a.roles[role] ?? [], b.roles[role] ?? []].map((values) => values.map((value) => foldedWords(value).join(' ')));
    return !x?.length || !y?.length || x.some((value) => y.includes(value));
  });

/** One post of one body that one person holds at a time, and two who are said to hold it on the very same day. */
function twoHolders(own: readonly Told[], { relate }: Identity): readonly Opposed[] {
  const isOther = (a: Told, b: Told): boolean => {
    const pairs = holders(a.claim).flatMap((x) =>
      holders(b.claim).map((y) => relate({ document: a.claim.document, name: x }, { document: b.claim.document, name: y })),
    );
    return pairs.length > 0 && pairs.every((relation) => relation === 'two' || relation === 'unlike');
  };
  const held = own.filter(({ claim }) => claim.kind === 'position');
  return firstAgainst(held, (a, b) => isOther(a, b) && onOneDay(a.time, b.time)).map((pair) =>
    opposed('identity', ...pair, ({ claim }) => holders(claim).join(', ')),
  );
}

/** Known where one is a day, or days throughout which a post was held, within the days on which the other surely was. */
const onOneDay = (a: Edtf | null, b: Edtf | null): boolean =>
  a !== null && b !== null && [a, b].every(isExact) && (within(a, b, true) === 'certainly' || within(b, a, true) === 'certainly');

const isExact = ({ precision }: Edtf): boolean => precision === 'day' || precision === 'interval';

const single = posts.single.map(fold);
const others = posts.others.map(fold);

/** A title that one person holds at a time with its body, folded; null where it is no such title, or no body is named. */
function postOf({ roles }: ClaimRow): string | null {
  const title = (roles.title ?? []).flatMap(foldedWords);
  const body = (roles.organization ?? []).flatMap(foldedWords);
  if (body.length === 0 || !title.some((word) => single.includes(word)) || title.some((word) => others.includes(word))) return null;
  return `${title.join(' ')} / ${body.join(' ')}`;
}

/** Each that stands against the first, which is given once on its side. */
function firstAgainst(all: readonly Told[], isAgainst: (a: Told, b: Told) => boolean): readonly (readonly [Told, Told])[] {
  const [first, ...rest] = all;
  return first ? rest.filter((other) => isAgainst(first, other)).map((other) => [first, other] as const) : [];
}

const timeWords = ({ claim }: Told): string => claim.time?.edtf ?? '';

const opposed = (on: Contradicted, a: Told, b: Told, words: (told: Told) => string): Opposed => ({
  on,
  left: { value: words(a), claims: [a.claim] },
  right: { value: words(b), claims: [b.claim] },
});
