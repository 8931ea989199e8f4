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
  ['Allegations that guards beat Omid Farrokh were read out.', 'torture', 'alleged'],
  ['Claims that guards killed three farmers were rejected.', 'killing', 'alleged'],
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
  ['Guards allegedly beat and kidnapped three farmers.', 'abduction', 'alleged'],
  ['Omid Farrokh could be arrested and jailed.', 'detention', 'hypothetical'],
  ['Omid Farrokh was never arrested or charged.', 'charge', 'denied'],
  ['Omid Farrokh has not been tried or convicted.', 'trial', 'denied'],
  ['Omid Farrokh has not been tried or convicted.', 'conviction', 'denied'],
  ['Omid Farrokh has never been charged, tried, convicted or sentenced.', 'sentence', 'denied'],
  ['Omid Farrokh may be charged, tried and convicted.', 'conviction', 'hypothetical'],
  ['Nobody was arrested or charged.', 'charge', 'denied'],
  ['Omid Farrokh was arrested but not charged or tried.', 'arrest', 'asserted'],
  ['Omid Farrokh was arrested but not charged or tried.', 'trial', 'denied'],
  ['Omid Farrokh was not tried and died in 2014.', 'death', 'asserted'],
  ['The ministry denied that guards arrested and tortured three farmers.', 'arrest', 'denied'],
  ['The ministry denied that guards arrested and tortured three farmers.', 'torture', 'denied'],
  ['The ministry denied having arrested, tortured or killed the farmers.', 'killing', 'denied'],
  ['The ministry denied that it had detained, tortured and executed prisoners.', 'execution', 'denied'],
  ['There is no evidence that guards arrested or killed the farmers.', 'killing', 'denied'],
  ['The union demanded that the court release Omid Farrokh and acquit Mira Halim.', 'acquittal', 'demanded'],
  ['There was no evidence of torture or killings of prisoners in Brod.', 'killing', 'denied'],
  ['Neither Omid Farrokh nor Mira Halim was arrested or charged.', 'charge', 'denied'],
  ['Mira Halim was not arrested or her son charged.', 'charge', 'denied'],
  ['Guards failed to investigate the killing of Ana Kolar.', 'killing', 'asserted'],
  ['Omid Farrokh will be released on Friday.', 'release', 'future'],
  ['Omid Farrokh is expected to be released on Friday.', 'release', 'future'],
  ['The ministry said it would investigate the fire.', 'investigation', 'future'],
  ['The council wrote a resolution on the fire, which will be put to the vote next week.', 'resolution', 'future'],
  ['The council adopted a resolution on the fire, which will please the families.', 'resolution', 'asserted'],
  [
    'The union urged the court to release Omid Farrokh, who is detained in Brod, to drop the charges against him and to pay him compensation.',
    'acquittal',
    'demanded',
  ],
  ['Officials blamed rebels for kidnapping two nurses.', 'abduction', 'alleged'],
  ['Not one officer has been prosecuted.', 'trial', 'denied'],
  ['According to the indictment, Omid Farrokh killed three farmers.', 'killing', 'alleged'],
  ['According to the farmers, Omid Farrokh killed three guards.', 'killing', 'asserted'],
  ['Three prisoners reportedly died as a result of torture in Brod.', 'torture', 'alleged'],
  ['The union urged the ministry to impose targeted sanctions on three guards.', 'sanction', 'demanded'],
  ['The union called on the ministry to conduct a prompt, independent and impartial investigation into the fire.', 'investigation', 'demanded'],
  ['The court ordered the ministry to release Omid Farrokh.', 'release', 'demanded'],
])('"%s": %s is %s', (text, kind, expected) => {
  expect(stance(text, kind)).toBe(expected);
});

test('"faces 20 years if convicted" is no conviction', () => {
  expect(stance('If convicted, Omid Farrokh faces 20 years in prison.', 'conviction')).toBeUndefined();
});

test.each([
  ['what anybody may do has not been done by somebody', 'The law punishes those who torture prisoners.', 'torture'],
  ['what is threatened has not been done', 'An officer threatened to kill Omid Farrokh.', 'killing'],
  ['who pleads not guilty is not convicted', 'Omid Farrokh pleaded not guilty.', 'conviction'],
])('%s', (_, text, kind) => {
  expect(stance(text, kind)).toBeUndefined();
});

test('the steps of the law are told apart in one sentence', () => {
  const text = 'Omid Farrokh was arrested in 2014, charged with perjury, convicted and sentenced to six years in prison.';
  const kinds = suggest({ text, published: '2022-08-10', language: 'en' }).map((each) => each.kind);
  for (const kind of ['arrest', 'charge', 'conviction', 'sentence']) expect(kinds).toContain(kind);
});

test('verbs that share one object all have it, also where they are denied', () => {
  const text = 'The ministry denied that guards arrested, beat or killed three farmers.';
  const found = suggest({ text, published: null, language: 'en' }).map(({ kind, roles }) => [kind, roles.actor, roles.target]);
  for (const kind of ['arrest', 'torture', 'killing']) expect(found).toContainEqual([kind, ['guards'], ['three farmers']]);
});

test('who only reports an act is not who did it', () => {
  const [found, ...rest] = suggest({ text: 'The court, the ministry said, convicted Omid Farrokh in 2016.', published: null, language: 'en' });
  expect(found).toMatchObject({ kind: 'conviction', roles: { actor: ['court'], target: ['Omid Farrokh'] }, saidBy: ['ministry'] });
  expect(rest).toEqual([]);
});
