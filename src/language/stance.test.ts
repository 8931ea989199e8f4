import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

const stance = (text: string, kind: string): string | undefined =>
  suggest({ text, published: '2022-08-10', language: 'en' }).find((each) => each.kind === kind)?.modality;

// What a source does not assert must never be shown as asserted.
test.each([
  ['Guards killed three farmers.', 'killing', 'asserted'],
  ['Guards allegedly killed three farmers.', 'killing', 'alleged'],
  ['Prosecutors alleged that guards killed three farmers.', 'killing', 'alleged'],
  ['Guards are accused of killing three farmers.', 'killing', 'alleged'],
  ['A court charged two guards with killing three farmers.', 'killing', 'alleged'],
  ['The court convicted two guards of killing three farmers.', 'killing', 'asserted'],
  ['The ministry denied that guards killed three farmers.', 'killing', 'denied'],
  ['Guards did not kill the farmers.', 'killing', 'denied'],
  ["Guards didn't kill the farmers.", 'killing', 'denied'],
  ['There was no evidence that guards killed the farmers.', 'killing', 'denied'],
  ['Omid Farrokh was never charged.', 'charge', 'denied'],
  ['No one was arrested.', 'arrest', 'denied'],
  ['The union called on the court to release Omid Farrokh and drop the charges against him.', 'release', 'demanded'],
  ['The union called on the court to release Omid Farrokh and drop the charges against him.', 'acquittal', 'demanded'],
  ['The commission recommended that the families be compensated.', 'reparation', 'demanded'],
  ['The government must release Omid Farrokh.', 'release', 'demanded'],
  ['If guards arrest Omid Farrokh, he may flee.', 'arrest', 'hypothetical'],
  ['The court could sentence Omid Farrokh to death.', 'sentence', 'hypothetical'],
  ['If convicted, Omid Farrokh faces 20 years in prison.', 'sentence', 'hypothetical'],
  ['Omid Farrokh will be released on Friday.', 'release', 'future'],
  ['Omid Farrokh is expected to be released on Friday.', 'release', 'future'],
  ['The ministry said it would investigate the fire.', 'investigation', 'future'],
])('"%s": %s is %s', (text, kind, expected) => {
  expect(stance(text, kind)).toBe(expected);
});

test('"faces 20 years if convicted" is no conviction', () => {
  expect(stance('If convicted, Omid Farrokh faces 20 years in prison.', 'conviction')).toBeUndefined();
});

test('the steps of the law are told apart in one sentence', () => {
  const text = 'Omid Farrokh was arrested in 2014, charged with perjury, convicted and sentenced to six years in prison.';
  const kinds = suggest({ text, published: '2022-08-10', language: 'en' }).map((each) => each.kind);
  for (const kind of ['arrest', 'charge', 'conviction', 'sentence']) expect(kinds).toContain(kind);
});
