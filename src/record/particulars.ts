// What claims give of a proceeding beside its steps: the court, the file's number, the basis of jurisdiction, the countries, and what the accused is
// charged with, apart from what is said of them and no court was asked about.
import { fold, foldedWords } from '../base/fold.ts';
import { CodePoints } from '../base/span.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { LegalStep, Particular, ParticularSort, StepRow } from '../model/proceeding.ts';
import { lettersOf, placesOf } from './find-words.ts';
import { countriesIn } from './jurisdiction.ts';
import table from './particulars.json' with { type: 'json' };

/** Steps of which what they are about is what somebody is charged with. */
const OF_CHARGES: readonly LegalStep[] = ['charge', 'trial', 'conviction', 'acquittal'];

const [courts, files, numbers] = [table.courts, table.files, table.numbers].map((words) => words.map(fold)) as [string[], string[], string[]];

const isCourt = (name: string): boolean => foldedWords(name).some((word) => courts.some((court) => word.startsWith(court)));

/** As the European Case Law Identifier has it. @see Council conclusions 2011/C 127/01, section 1 */
const ECLI = /\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}\b/gu;

/** A word, then perhaps a word for "number" or a letter of its series, then what has a digit in it: "case B 15255-19", "case no. 1:22-mj-00166". */
const NUMBERED = /(?<word>\p{L}+)[\s:]+(?:(?<between>\p{L}+)[.°º]*[\s:]+)?(?<number>[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*(?:[-/:.][\p{L}\p{N}]+)*)/gu;

/** Numbers of files that words give: an ECLI, or what follows a word for a file, either written as a number of files is or said to be one. */
export function docketsIn(words: string): readonly string[] {
  const eclis = [...words.matchAll(ECLI)].map(([whole]) => whole);
  const given = [...words.replace(ECLI, '').matchAll(NUMBERED)].flatMap(({ groups }) => {
    const { word = '', between = '', number = '' } = groups ?? {};
    if (!files.includes(foldedWords(word)[0] ?? '')) return [];
    if (numbers.includes(foldedWords(between)[0] ?? '')) return [number];
    if (between !== '' && !/^\p{Lu}{1,3}$/u.test(between)) return [];
    return /[-/:]/.test(number) || between !== '' ? [`${between} ${number}`.trim()] : [];
  });
  return [...eclis, ...given];
}

/** The very words by which a text names a basis of jurisdiction. */
function basesIn(words: string): readonly string[] {
  const letters = lettersOf(words);
  const points = new CodePoints(words);
  return table.bases.flatMap((basis) =>
    placesOf(letters, basis)
      .slice(0, 1)
      .map((place) => points.slice(place)),
  );
}

/**
 * Of the steps of a proceeding, and of claims that tell of harm by the accused (`alleged`). Each value with the claims that give it, in their order;
 * steps that were only alleged, denied or demanded give none. O(words).
 */
export function particularsOf(steps: readonly StepRow[], alleged: readonly ClaimRow[]): readonly Particular[] {
  const found = new Map<string, { readonly what: ParticularSort; readonly value: string; readonly claims: string[] }>();
  const give = (what: ParticularSort, claim: ClaimRow, values: Iterable<string>): void => {
    for (const value of values) {
      const key = `${what} ${foldedWords(value).join(' ')}`;
      const held = found.get(key) ?? { what, value, claims: [] };
      found.set(key, held);
      if (!held.claims.includes(claim.id)) held.claims.push(claim.id);
    }
  };
  for (const { step, claim } of steps) {
    if (claim.modality !== 'asserted') continue;
    const { actor = [], organization = [], place = [], about = [] } = claim.roles;
    give('court', claim, [...actor, ...organization, ...place].filter(isCourt));
    give('docket', claim, docketsIn(claim.quote.exact));
    give('basis', claim, basesIn([claim.quote.exact, ...about].join('\n')));
    if (!OF_CHARGES.includes(step)) continue;
    give('charge', claim, about);
    give('committed in', claim, about.flatMap((each) => [...countriesIn(each)])); // prettier-ignore
  }
  for (const claim of alleged) give('committed in', claim, (claim.roles.place ?? []).flatMap((each) => [...countriesIn(each)])); // prettier-ignore
  return [...found.values()];
}
