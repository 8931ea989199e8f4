// What no agreement of the rest outweighs: a score is cut to a cap, and says so.
import { EVIDENCE } from './name-evidence.ts';
import type { NameForm } from './name-word.ts';
import type { NameKind } from './parse-name.ts';

/** `most`: the highest score that the cap leaves. `reason`: fit to print. */
export type Cap = {
  readonly reason: string;
  readonly most: number;
  readonly kind: NameKind;
  readonly holds: (a: NameForm, b: NameForm, evidence: Float64Array) => boolean;
};

const GENERATIONS = EVIDENCE.indexOf('generations differ');
const NUMERALS = EVIDENCE.indexOf('numerals differ');
const BEFORE = EVIDENCE.indexOf('another name before the first');
const INITIALS = EVIDENCE.indexOf('initials of the other');
const PLACES = EVIDENCE.indexOf('places apart');
const SYLLABLES = EVIDENCE.indexOf('syllables apart');
const BODIES = EVIDENCE.indexOf('bodies apart');
const MOTHER = EVIDENCE.indexOf('second family name alone');
const GENDERS = EVIDENCE.indexOf('forms of the other gender');
const TELLING = EVIDENCE.indexOf('telling words agreed');
const STRANGE = EVIDENCE.indexOf('telling unmatched of the shorter');
const AGREED = EVIDENCE.indexOf('agreed words');

/** Just below the score from which a pair counts as possible. */
const UNLIKELY = 0.49;
/** Below the score from which a pair counts as likely; F1 of all pairs was 91.2 with it and without, on the five folds, 21 November 2026: such a name is as often a child's or a parent's. */
const NOT_LIKELY = 0.8;
/** Letters that are read off a name may stand for any other: possible, and no more. An acronym is known by the table, or by a document that says "X (ABC)". */
const ONLY_INITIALS = 0.6;
/** A given name with one syllable other. */
const OTHER_SYLLABLE = 0.3;
const isOnlyKunya = (form: NameForm): boolean => form.kunya && form.words.length === 1;

const CAPS: readonly Cap[] = [
  { reason: 'the numerals differ', most: 0.2, kind: 'organization', holds: (_a, _b, evidence) => evidence[NUMERALS] === 2 },
  {
    // A numbered unit is one of several: of the pairs of the five folds 18 were two and 4 one, of those from .8 on one was two and none one (22 November 2026).
    reason: 'one has a number that the other has not',
    most: NOT_LIKELY,
    kind: 'organization',
    holds: (_a, _b, evidence) => evidence[NUMERALS] === 1,
  },
  {
    // Branches of one body in two countries are two bodies: of the pairs of the five folds from .5 on, 7 were two and 1 one.
    reason: 'each has the name of another place',
    most: UNLIKELY,
    kind: 'organization',
    holds: (_a, _b, evidence) => (evidence[PLACES] as number) > 0,
  },
  {
    reason: 'no word is shared',
    most: 0.2,
    kind: 'organization',
    holds: (_a, _b, evidence) => evidence[AGREED] === 0 && evidence[INITIALS] === 0,
  },
  {
    reason: 'only first letters of its words are shared',
    most: ONLY_INITIALS,
    kind: 'organization',
    holds: (_a, _b, evidence) => evidence[AGREED] === 0 && evidence[INITIALS] === 1,
  },
  {
    // "Yong Chol" and "Song Chol" are two: of the pairs of the five folds from .48 on, 8 were two and 1 one (21 November 2026).
    reason: 'each has a syllable that the other has not',
    most: OTHER_SYLLABLE,
    kind: 'person',
    holds: (_a, _b, evidence) => (evidence[SYLLABLES] as number) > 0,
  },
  {
    // Of the pairs of the five folds 5 were two and none one (21 November 2026).
    reason: 'each is another sort of body',
    most: 0.2,
    kind: 'organization',
    holds: (_a, _b, evidence) => evidence[BODIES] === 2,
  },
  {
    // Of the pairs of the five folds 225 were two and 36 one; of those from .5 on 5 and 2 (22 November 2026).
    reason: 'only words that many organizations bear are shared, and each has others',
    most: UNLIKELY,
    kind: 'organization',
    holds: (_a, _b, evidence) => (evidence[AGREED] as number) > 0 && evidence[TELLING] === 0 && (evidence[STRANGE] as number) > 0,
  },
  {
    reason: 'of two family names only the second is shared',
    most: NOT_LIKELY,
    kind: 'person',
    holds: (_a, _b, evidence) => (evidence[MOTHER] as number) > 0,
  },
  {
    // "A. Ivanov" and "A. Ivanova" are as a rule a man and a woman, and so are Marin and Marina; "Anna Ivanov" is Anna Ivanova to a source that knows no women's forms.
    reason: 'one has a woman’s form of the name and one a man’s, and nothing says whose',
    most: NOT_LIKELY,
    kind: 'person',
    holds: (_a, _b, evidence) => (evidence[GENDERS] as number) > 1,
  },
  { reason: 'the generations differ', most: 0.2, kind: 'person', holds: (_a, _b, evidence) => evidence[GENERATIONS] === 1 },
  {
    reason: 'one name has another given name before the first',
    most: NOT_LIKELY,
    kind: 'person',
    holds: (_a, _b, evidence) => (evidence[BEFORE] as number) > 0,
  },
  { reason: 'only a name of parenthood is shared', most: UNLIKELY, kind: 'person', holds: (a, b) => isOnlyKunya(a) || isOnlyKunya(b) },
  {
    reason: 'a single name is all there is',
    most: NOT_LIKELY,
    kind: 'person',
    holds: (a, b) => a.words.length === 1 || b.words.length === 1,
  },
  {
    reason: 'only one word is shared',
    most: UNLIKELY,
    kind: 'person',
    holds: (a, b, evidence) => evidence[AGREED] === 1 && a.words.length > 1 && b.words.length > 1,
  },
];

const CAPS_OF: Readonly<Record<NameKind, readonly Cap[]>> = {
  person: CAPS.filter(({ kind }) => kind === 'person'),
  organization: CAPS.filter(({ kind }) => kind === 'organization'),
};

/** The caps that hold for two forms with their evidence, whether or not the score reaches them. */
export function capsOf(kind: NameKind, a: NameForm, b: NameForm, evidence: Float64Array): readonly Cap[] {
  return CAPS_OF[kind].filter((cap) => cap.holds(a, b, evidence));
}

/** The highest score that the caps leave: 1 where none holds. */
export function highestOf(kind: NameKind, a: NameForm, b: NameForm, evidence: Float64Array): number {
  let highest = 1;
  for (const cap of CAPS_OF[kind]) if (cap.most < highest && cap.holds(a, b, evidence)) highest = cap.most;
  return highest;
}
