// Remarks: what the people of a team say among themselves of things in the record: notes, labels, who is to look at something, how
// reliable a source is. A remark is no claim: it stands beside the record with a name on it, is in no count, and goes out to nobody.
import { list, object, oneOf, orNull, string, type Of } from '../base/shape.ts';

export const REMARK_SORTS = ['note', 'label', 'assignment', 'reliability', 'revision', 'search', 'being'] as const;
export type RemarkSort = (typeof REMARK_SORTS)[number];

/** How reliable a person holds a source to be: five steps, never computed. @see HURIDOCS micro-thesaurus 42 */
export const RELIABILITIES = ['highly reliable', 'likely reliable', 'unsure', 'likely unreliable', 'highly unreliable'] as const;

/** What a person says that somebody or something named is; the program only says what it seems to be by how claims name it. */
export const BEINGS = ['person', 'organization', 'place'] as const;
export type Being = (typeof BEINGS)[number];

/** What a remark is about: a claim, name, event, proceeding, publisher or document, by id; the documents that it stands in; the words that the person saw for it. */
const parseSubject = object({ id: string, documents: list(string), label: string });
export type Subject = Of<typeof parseSubject>;

/**
 * `value` is the text of a note, the label, the id of the person who is to do it (p_…), the step of reliability, what a name is of, or the document (d_…) in which the words of
 * a claim do not stand any more, as somebody saw. Of a search that is kept it is the name, and `about.label` the words. `list` is the team's list that a label is of. `text` says what is to be done, or why.
 */
export const parseRemark = object({ sort: oneOf(REMARK_SORTS), about: parseSubject, list: orNull(string), value: string, text: orNull(string) });
export type Remark = Of<typeof parseRemark>;

/** `done`: of an assignment. Either way it stays in the log that it stood. */
export const ENDINGS = ['taken back', 'done'] as const;
export type Ending = (typeof ENDINGS)[number];

export const parseRemarkEnded = object({ remark: string, about: parseSubject, how: oneOf(ENDINGS), reason: orNull(string) });

/** The labels that a team uses, as the elements of a crime: all of the list's, in order; none ends the list. What was labelled keeps its labels. */
export const parseLabelsListed = object({ list: string, labels: list(object({ label: string, about: string })) });
export type LabelList = Of<typeof parseLabelsListed>;

/** A remark as it stands, or stood. Of an assignment, `value` is the person's name. */
export type RemarkRow = Remark & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly ended: { readonly how: Ending; readonly by: string; readonly at: string; readonly reason: string | null } | null;
};
