// Elements of a crime, as a team lists them, and which claims people tagged with each. That a claim bears on an element is a person's word for the team's
// work: it stands beside the record, proves nothing, and goes out to nobody.
import type { ClaimRow } from './answers.ts';
import type { RemarkRow } from './remark.ts';

/** A claim that a person tagged; `tag` says who, when and why. */
export type Tagged = { readonly claim: ClaimRow; readonly tag: RemarkRow };

/** `more` claims of it are not given. `whole`: tags on the event or proceeding itself, by no claim of it alone. */
export type ElementTold = {
  readonly label: string;
  readonly about: string;
  readonly claims: readonly Tagged[];
  readonly whole: readonly RemarkRow[];
  readonly more: number;
};

/** `blank` is how many elements no recorded claim is tagged with: none found in this record as of `asOf`. */
export type ElementsList = { readonly list: string; readonly elements: readonly ElementTold[]; readonly blank: number };

/** Every list of the team. `asOf`: ISO day as of which a blank is a blank. */
export type ElementsTold = { readonly lists: readonly ElementsList[]; readonly asOf: string };
