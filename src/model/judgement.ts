// Judgements: what a person says of two things that the record holds apart. Two names are one person's or two people's;
// two documents rest on one source or on two; two claims contradict each other, and one is wrong or both stand. The machine proposes and explains; it never says so itself.
import { fraction, list, object, oneOf, orNull, string, type Of } from '../base/shape.ts';

/** `different` forbids every later chain of `same` that would join the two; `unsure` says that somebody looked and could not tell. */
export const JUDGEMENTS = ['same', 'different', 'unsure'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What is judged: names (n_…), the happenings that claims tell of (s_…, c_…), where documents come from (d_…), or who owns publishers (u_…). */
export const PAIR_SORTS = ['name', 'event', 'origin', 'publisher'] as const;
export type PairSort = (typeof PAIR_SORTS)[number];

/** One of the two: its id, the document that it stands in, and the words that the person saw for it. */
export const parseSide = object({ id: string, document: string, label: string });
export type Side = Of<typeof parseSide>;

/** What the machine had said of the two when the person judged; `score` is null where it gave none. */
const parseGrounds = object({ rule: string, score: orNull(fraction), why: list(string) });
export type Grounds = Of<typeof parseGrounds>;

/** What a person rules of a contradiction. `not the same`: the two tell of different things; `superseded`: each was so in its time. */
export const RULINGS = ['left is wrong', 'right is wrong', 'both stand', 'not the same', 'superseded'] as const;
export type Ruling = (typeof RULINGS)[number];

/** `contradiction` is its id; the sides are the claims that stood on each when the person ruled. */
export const parseContradictionRuled = object({
  contradiction: string,
  left: list(parseSide),
  right: list(parseSide),
  ruling: oneOf(RULINGS),
  reason: string,
});
export type ContradictionRuled = Of<typeof parseContradictionRuled>;

export const parsePairJudged = object({
  sort: oneOf(PAIR_SORTS),
  left: parseSide,
  right: parseSide,
  judgement: oneOf(JUDGEMENTS),
  reason: orNull(string),
  grounds: orNull(parseGrounds),
});
export type PairJudged = Of<typeof parsePairJudged>;
