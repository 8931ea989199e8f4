// What holds a noun phrase together past its plain words: "and", commas, "of", quotation marks and the fields of offices.
import { OFFICES, ORGANIZATION_HEADS } from './name-words.ts';
import type { Word } from './word.ts';
import type { Timex } from './times/timex.ts';

/** Tags that go on with a noun phrase by themselves. */
export const IN_NOUN: ReadonlySet<string> = new Set(['DET', 'POSS', 'NUM', 'ADJ', 'N', 'NNP', 'GEN']);

/** "20 and 30 villagers", "200 to 300 students": two numbers, neither a year, and what they count. */
export function rangeAt(words: readonly Word[], at: number): boolean {
  const [low, link, high, counted] = words.slice(at, at + 4);
  const number = (word: Word | undefined): boolean => word?.tag === 'NUM' && !/^(?:1[89]|20)\d\d$/.test(word.text);
  return number(low) && number(high) && (link?.lower === 'and' || link?.lower === 'to') && counted !== undefined && ['N', 'NNP', 'ADJ'].includes(counted.tag);
}

/** "European and North American rallies", "first and second trial": two modifiers of one noun. */
export function joinsModifiers(words: readonly Word[], from: number, to: number): boolean {
  const before = words[to - 1]?.text === ',' ? words[to - 2] : words[to - 1];
  const after = words[to + 1];
  return to > from && before?.tag === 'ADJ' && after?.tag === 'ADJ' && ['N', 'NNP', 'ADJ'].includes(words[to + 2]?.tag ?? '');
}

/** "innocent, hardworking men": a comma between adjectives of one noun. */
export function joinsAdjectives(words: readonly Word[], from: number, to: number): boolean {
  const after = words[to + 1];
  const noun = words[to + 2];
  if (to > from && words[to - 1]?.tag === 'ADJ' && closesList(words, to)) return true;
  return (
    to > from &&
    words[to - 1]?.tag === 'ADJ' &&
    (after?.tag === 'ADJ' || after?.tag === 'VBG' || after?.tag === 'VBN') &&
    noun !== undefined &&
    (['N', 'ADJ', 'CONJ'].includes(noun.tag) || closesList(words, to + 2))
  );
}

/** ", and independent inquiry": the comma before the last of several adjectives of a noun. */
const closesList = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === ',' && words[at + 1]?.tag === 'CONJ' && words[at + 2]?.tag === 'ADJ' && ['N', 'NNP', 'ADJ'].includes(words[at + 3]?.tag ?? '');

/** "Ministry of Justice", "Department of the Treasury", "Secretary of State": one name. */
export function joinsName(words: readonly Word[], from: number, to: number): boolean {
  const before = words[to - 1];
  const after = words[to + 1]?.lower === 'the' ? words[to + 2] : words[to + 1];
  return to > from && before?.tag === 'NNP' && after?.tag === 'NNP' && !/^[A-Z]\.$/.test(after.text);
}

/** "High Commissioner for Human Rights", "Commission on Torture": an office or body and what it is for, both with capitals. */
export function joinsField(words: readonly Word[], times: readonly Timex[], from: number, to: number): boolean {
  const before = words[to - 1];
  const holds = before?.tag === 'NNP' && to > from && (OFFICES.has(before.lower) || ORGANIZATION_HEADS.has(before.lower));
  return holds && words[to + 1]?.tag === 'NNP' && !times.some((each) => each.from === to + 1);
}

/** "Commission on Human and Peoples' Rights". */
export function joinsFields(words: readonly Word[], from: number, to: number): boolean {
  const isField = words.slice(from, to).some((each) => each.tag === 'PREP' && (each.lower === 'for' || each.lower === 'on'));
  return isField && words[to - 1]?.tag === 'NNP' && words[to + 1]?.tag === 'NNP' && ['NNP', 'GEN'].includes(words[to + 2]?.tag ?? '');
}

/** "tens of thousands of people", "hundreds of prisoners": the number and what it counts are one phrase. */
export function countsOf(words: readonly Word[], from: number, to: number): boolean {
  const before = words[to - 1];
  const after = words[to + 1];
  return (
    to > from &&
    before !== undefined &&
    ['hundreds', 'thousands', 'dozens', 'tens', 'scores', 'millions', 'some', 'many', 'most'].includes(before.lower) &&
    after !== undefined &&
    IN_NOUN.has(after.tag) &&
    after.tag !== 'DET'
  );
}

/** “soft” measures: one quoted word or two as a modifier. */
export function quotedModifier(words: readonly Word[], from: number, to: number): boolean {
  const word = words[to];
  if (!word || word.tag !== 'MARK' || to === from) return false;
  if ('“"‘'.includes(word.text)) {
    const close = [to + 2, to + 3].find((each) => words[each]?.tag === 'MARK' && '”"’'.includes(words[each]?.text ?? ' '));
    return close !== undefined && IN_NOUN.has(words[to + 1]?.tag ?? '') && ['N', 'NNP'].includes(words[close + 1]?.tag ?? '');
  }
  return (
    '”"’'.includes(word.text) &&
    ['N', 'NNP'].includes(words[to + 1]?.tag ?? '') &&
    IN_NOUN.has(words[to - 1]?.tag ?? '') &&
    [to - 2, to - 3].some((each) => each >= from && '“"‘'.includes(words[each]?.text ?? ' '))
  );
}
