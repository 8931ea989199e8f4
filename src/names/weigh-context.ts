// What is known of two people besides their names, weighed: an agreement speaks for one person, a contradiction against,
// and some contradictions veto. What only one side tells is absent and says nothing. No photograph is ever weighed.
import { canMeet, readEdtf, widened, type Edtf } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import { scoreNames, type ContextPart } from './compare-names.ts';
import { parseName } from './parse-name.ts';

/** A post or rank, and when it was held as EDTF, or null where the source does not say. */
export type Post = { readonly role: string; readonly period: string | null };
/** `issuer`: who gave the number ("Qaramar"). A person has one national number of an issuer, and any count of passports. */
export type IdNumber = { readonly kind: 'national' | 'passport' | 'other'; readonly issuer: string; readonly value: string };
export type Relative = { readonly relation: 'father' | 'mother' | 'spouse' | 'child' | 'sibling'; readonly name: string };

/** Dates are EDTF. Everything may be missing. */
export type NameContext = {
  readonly born?: string;
  readonly died?: string;
  readonly birthPlace?: string;
  readonly places?: readonly string[];
  readonly posts?: readonly Post[];
  readonly relatives?: readonly Relative[];
  readonly numbers?: readonly IdNumber[];
};

/**
 * Log-odds of an agreement or a contradiction. Set by hand, for the development pairs tell nothing but names: a day of
 * birth is shared by one pair of people in 20,000, a year by one in 60, and sources err by a year or two.
 */
const POINTS = {
  sameDay: 4,
  sameYears: 1.5,
  otherBirth: -3,
  sameNumber: 6,
  parent: 2,
  otherParent: -3,
  relative: 1.5,
  place: 1,
  otherBirthPlace: -1,
  post: 1.5,
} as const;
/** Births further apart than this are two people's; nearer, an error or another calendar may be behind it. */
const MOST_YEARS_APART = 5;
const DAYS_A_YEAR = 365.25;
/** Names of relatives and places count as one, and as others, from and below these scores. */
const LIKE = 0.8;
const UNLIKE = 0.2;

/** The parts, in a fixed order; none where nothing is told by both sides. Symmetric but for which side is `a`. */
export function weighContext(a: NameContext, b: NameContext): readonly ContextPart[] {
  return [
    ...birth(a, b), ...death(a, b), ...death(b, a).map(turned), ...numbers(a, b), ...parents(a, b), ...relatives(a, b), ...birthPlace(a, b), ...places(a, b), ...posts(a, b),
  ]; // prettier-ignore
}

const turned = (part: ContextPart): ContextPart => ({ ...part, a: part.b, b: part.a });
const part = (kind: string, a: string, b: string, points: number, veto: string | null = null): ContextPart => ({ kind, a, b, points, veto });
const dateOf = (text: string | undefined | null): Edtf | null => (text === undefined || text === null ? null : readEdtf(text));
const samePlace = (a: string, b: string): number => scoreNames(parseName(a, 'organization'), parseName(b, 'organization'));
const sameWords = (a: string, b: string): boolean => foldedWords(a).join(' ') === foldedWords(b).join(' ');

function birth(a: NameContext, b: NameContext): readonly ContextPart[] {
  const [x, y] = [dateOf(a.born), dateOf(b.born)];
  if (x === null || y === null) return [];
  if (canMeet(x, y)) return [part('birth date', x.edtf, y.edtf, x.precision === 'day' && y.precision === 'day' ? POINTS.sameDay : POINTS.sameYears)];
  const [one, two] = [widened(x), widened(y)];
  const years = Math.max(one.first - two.last, two.first - one.last) / DAYS_A_YEAR;
  const veto = years > MOST_YEARS_APART && !x.uncertain && !y.uncertain ? `born ${Math.floor(years)} years apart` : null;
  return [part('birth date', x.edtf, y.edtf, POINTS.otherBirth, veto)];
}

/** Who had died cannot have taken a post, nor have been born, afterwards. */
function death(a: NameContext, b: NameContext): readonly ContextPart[] {
  const died = dateOf(a.died);
  if (died === null || died.uncertain) return [];
  const later = [...(b.posts ?? []).map(({ role, period }) => ({ what: role, at: dateOf(period) })), { what: 'born', at: dateOf(b.born) }];
  return later.flatMap(({ what, at }) => {
    if (at === null || at.uncertain || at.first === -Infinity || widened(at).first <= widened(died).last) return [];
    return [part('death', `died ${died.edtf}`, `${what} ${at.edtf}`, POINTS.otherBirth, `one died ${died.edtf}, before the other was ${what} (${at.edtf})`)];
  });
}

function numbers(a: NameContext, b: NameContext): readonly ContextPart[] {
  return (a.numbers ?? []).flatMap((x) =>
    (b.numbers ?? []).flatMap((y) => {
      if (x.kind !== y.kind || !sameWords(x.issuer, y.issuer)) return [];
      const told = (one: IdNumber): string => foldedWords(one.value).join('');
      if (told(x) === told(y)) return [part(`${x.kind} number`, x.value, y.value, POINTS.sameNumber)];
      return x.kind === 'national' ? [part('national number', x.value, y.value, POINTS.otherBirth, `two national numbers of ${x.issuer}`)] : [];
    }),
  );
}

/** A person has one father and one mother; by other names they may still be the same, so they never veto. */
function parents(a: NameContext, b: NameContext): readonly ContextPart[] {
  return relativesOf(a, b, ['father', 'mother']).flatMap(({ x, y, score }) => {
    if (score >= LIKE) return [part(x.relation, x.name, y.name, POINTS.parent)];
    return score < UNLIKE ? [part(x.relation, x.name, y.name, POINTS.otherParent)] : [];
  });
}

/** Of spouses, children and siblings there may be several: another one says nothing. */
function relatives(a: NameContext, b: NameContext): readonly ContextPart[] {
  return relativesOf(a, b, ['spouse', 'child', 'sibling']).flatMap(({ x, y, score }) =>
    score >= LIKE ? [part(x.relation, x.name, y.name, POINTS.relative)] : [],
  );
}

function relativesOf(
  a: NameContext,
  b: NameContext,
  relations: readonly Relative['relation'][],
): readonly { readonly x: Relative; readonly y: Relative; readonly score: number }[] {
  return (a.relatives ?? []).flatMap((x) =>
    (b.relatives ?? []).flatMap((y) =>
      x.relation === y.relation && relations.includes(x.relation)
        ? [{ x, y, score: scoreNames(parseName(x.name, 'person'), parseName(y.name, 'person')) }]
        : [],
    ),
  );
}

function birthPlace(a: NameContext, b: NameContext): readonly ContextPart[] {
  if (a.birthPlace === undefined || b.birthPlace === undefined) return [];
  const score = samePlace(a.birthPlace, b.birthPlace);
  if (score >= LIKE) return [part('birth place', a.birthPlace, b.birthPlace, POINTS.place)];
  // A village and its province are one place to two sources: it speaks against, and never vetoes.
  return score < UNLIKE ? [part('birth place', a.birthPlace, b.birthPlace, POINTS.otherBirthPlace)] : [];
}

function places(a: NameContext, b: NameContext): readonly ContextPart[] {
  const parsed = (all: readonly string[] = []) => all.map((place) => ({ place, name: parseName(place, 'organization') }));
  const others = parsed(b.places);
  for (const x of parsed(a.places)) for (const y of others) if (scoreNames(x.name, y.name) >= LIKE) return [part('place', x.place, y.place, POINTS.place)];
  return [];
}

/** The same post at the same time; the same post at other times may be held by anybody. */
function posts(a: NameContext, b: NameContext): readonly ContextPart[] {
  return (a.posts ?? []).flatMap((x) => {
    const when = dateOf(x.period);
    const same = (b.posts ?? []).find((y) => {
      const then = dateOf(y.period);
      return sameWords(x.role, y.role) && when !== null && then !== null && canMeet(when, then);
    });
    return same === undefined ? [] : [part('role', `${x.role} ${x.period ?? ''}`, `${same.role} ${same.period ?? ''}`, POINTS.post)];
  });
}
