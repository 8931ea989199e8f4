import { expect, test } from 'vitest';
import type { Proposal } from '../../model/claim.ts';
import { suggest } from '../suggest.ts';

const claim = (text: string, kind: string): Proposal | undefined =>
  suggest({ text, published: '2022-08-10', language: 'en' }).find((each) => each.kind === kind);

// Each rule with a sentence in which it holds, and one in which it must not.
test.each([
  [
    'words set apart by commas do not end what belongs to a verb',
    'A court sentenced Jan Kral, 51, of Brod, to life in prison.',
    'sentence',
    { roles: { actor: ['court'], target: ['Jan Kral'], outcome: ['life in prison'] } },
  ],
  [
    'but a list of people is no such thing',
    'A court sentenced Jan Kral, Mira Halim and Omid Farrokh to death.',
    'sentence',
    { roles: { target: ['Jan Kral', 'Mira Halim', 'Omid Farrokh'] } },
  ],
  [
    'a charge behind a comma is of the subject, who does not say it',
    'Jan Kral went on trial in Brod on Tuesday, accused of torturing prisoners.',
    'torture',
    { modality: 'alleged', saidBy: [], roles: { actor: ['Jan Kral'], target: ['prisoners'] } },
  ],
  ['who accuses says it', 'The union accused guards of torturing prisoners.', 'torture', { modality: 'alleged', saidBy: ['union'] }],
  [
    'two events joined share what is said behind the last',
    'The union condemned the arrest and detention of Mira Halim in Brod.',
    'arrest',
    { roles: { target: ['Mira Halim'], place: ['Brod'] } },
  ],
  [
    'each with words of its own keeps them',
    'The arrest of Mira Halim and the detention of Omid Farrokh followed.',
    'arrest',
    { roles: { target: ['Mira Halim'] } },
  ],
  [
    'an office and what it is for are one name',
    'The High Commissioner for Human Rights urged the ministry to release Omid Farrokh.',
    'demand',
    { roles: { actor: ['High Commissioner for Human Rights'], target: ['ministry'] } },
  ],
  [
    'a day is no part of an office',
    'The Council on Monday urged the ministry to release Omid Farrokh.',
    'demand',
    { roles: { actor: ['Council'], target: ['ministry'] } },
  ],
  [
    'a title goes on with what it is on',
    'The Special Rapporteur on the situation of prisoners in Brod, Ana Kolar, resigned.',
    'position',
    { roles: { actor: ['Ana Kolar'], title: ['Special Rapporteur on the situation of prisoners in Brod'] } },
  ],
  [
    'a demand in a quotation is who says it',
    '“The ministry must release Omid Farrokh,” said Ana Kolar.',
    'demand',
    { roles: { actor: ['Ana Kolar'], target: ['ministry'] } },
  ],
  ['a range is a number', 'Between 20 and 30 villagers were killed near Duma.', 'killing', { roles: { outcome: ['Between 20 and 30'] } }],
  ['so is the most that it may be', 'As many as 300 villagers were killed near Duma.', 'killing', { roles: { outcome: ['As many as 300'] } }],
  ['two years are none', 'Between 1990 and 1995, soldiers killed villagers near Duma.', 'killing', { roles: { actor: ['soldiers'], target: ['villagers'] } }],
  [
    'whose figures they are says so',
    'More than 300 villagers were killed in Brod, according to United Nations figures.',
    'killing',
    { saidBy: ['United Nations'] },
  ],
  ['figures of nobody say nothing', 'More than 300 villagers were killed in Brod, according to figures.', 'killing', { saidBy: [] }],
  [
    'a turn of a debate is who has the floor',
    'Ana Kolar (Brod North): Thank you. Soldiers killed twelve villagers in May.\n\nJan Kral (Duma): The army denies it.',
    'killing',
    { saidBy: ['Ana Kolar'] },
  ],
  [
    'what a verb before has taken is no subject of the next',
    'The union has called for her release, and the parliament has passed a resolution on the fire.',
    'resolution',
    { roles: { actor: ['parliament'] } },
  ],
  [
    'those of a list share what they do',
    'The union and the parliament passed a resolution on the fire.',
    'resolution',
    { roles: { actor: ['union', 'parliament'] } },
  ],
  [
    'whom a participle is about does not act',
    'In 2017, police rounded up men suspected of theft and held them in secret prisons.',
    'detention',
    { modality: 'asserted', roles: { actor: ['police'] } },
  ],
  ['an object is not its own subject', 'Two brothers fled. Officers took them away.', 'arrest', { roles: { actor: ['Officers'], target: ['Two brothers'] } }],
  ['whom somebody is told is no speaker', 'Rebels killed three farmers in Duma, Ana Kolar told state television.', 'killing', { saidBy: ['Ana Kolar'] }],
  ['who is found guilty does not say so', 'A court upheld the verdict against Jan Kral, who was found guilty of perjury.', 'appeal', { saidBy: [] }],
  [
    'the same preposition again goes on',
    'The bank imposed sanctions on Jan Kral, the minister of trade, and on Mira Halim.',
    'sanction',
    { roles: { target: ['Jan Kral', 'Mira Halim'] } },
  ],
  ['a small word is part of a name', 'Abbas al-Marzuq spoke. Mr al-Marzuq was arrested in Brod.', 'arrest', { roles: { target: ['Abbas al-Marzuq'] } }],
  ['what is one of many counts as that', 'A judge dismissed one of the three cases against Mira Halim.', 'acquittal', { roles: { target: ['Mira Halim'] } }],
  ['who is only dismissed is', 'The king dismissed one of the three ministers.', 'appointment', { roles: { actor: ['king'] } }],
  [
    'a profession with an employer is a position',
    'Ana Kolar, a reporter for Radio Orlik, left.',
    'position',
    { roles: { actor: ['Ana Kolar'], title: ['reporter for Radio Orlik'] } },
  ],
  ['an event that is sparked took place', 'The verdict sparked mass protests.', 'protest', {}],
  ['leave to appeal is nobody', 'Leave to appeal refused.', 'appeal', { quote: { exact: 'Leave to appeal refused' }, roles: {} }],
  [
    'nor is a permission',
    'Permission to appeal was denied on 3 June 2011.',
    'appeal',
    { quote: { exact: 'Permission to appeal was denied on 3 June 2011' }, roles: {} },
  ],
  [
    'who is refused leave to appeal has not appealed',
    'Omid Farrokh spoke. The Supreme Court refused him leave to appeal.',
    'appeal',
    { quote: { exact: 'The Supreme Court refused him leave to appeal' }, roles: { actor: ['Supreme Court'], target: ['Omid Farrokh'] } },
  ],
  [
    'nor has one who is named',
    'The Supreme Court refused Omid Farrokh leave to appeal.',
    'appeal',
    { roles: { actor: ['Supreme Court'], target: ['Omid Farrokh'] } },
  ],
  [
    'a part of a country is nobody’s name',
    'Jan Kral lost. The Court of Appeal for Eastern Vestmark upheld his conviction.',
    'appeal',
    { roles: { target: ['Jan Kral'] } },
  ],
  ['a name at the head of a sentence acts all the same', 'Permadi appealed the verdict.', 'appeal', { roles: { actor: ['Permadi'] } }],
  [
    'whose conviction is quashed is whom the appeal is about',
    'Omid Farrokh spoke. The court quashed his conviction.',
    'appeal',
    { roles: { target: ['Omid Farrokh'] } },
  ],
  ['and whose acquittal is', 'The court overturned the acquittal of Omid Farrokh.', 'appeal', { roles: { target: ['Omid Farrokh'] } }],
  ['a court that orders a retrial is not tried', 'The Supreme Court ordered a retrial.', 'trial', { roles: { actor: ['Supreme Court'] } }],
  ['who attends a trial is', 'Omid Farrokh faced a trial.', 'trial', { roles: { target: ['Omid Farrokh'] } }],
  [
    'charges that are dismissed are of whom they are against',
    'The charges against Omid Farrokh were dismissed.',
    'acquittal',
    { roles: { target: ['Omid Farrokh'] } },
  ],
  [
    'whoever an amnesty is granted to',
    'The president granted an amnesty to Omid Farrokh.',
    'release',
    { roles: { actor: ['president'], target: ['Omid Farrokh'] } },
  ],
  [
    'months extend no detention by themselves',
    'A judge extended the detention of Omid Farrokh by three months.',
    'detention',
    { roles: { target: ['Omid Farrokh'] } },
  ],
  [
    'a sentence of somebody is theirs, and no penalty',
    'The court reduced the sentence of Omid Farrokh to 12 years.',
    'sentence',
    { roles: { target: ['Omid Farrokh'] } },
  ],
  ['at whom an event aims is its target', 'Attacks targeting journalists went on.', 'attack', { roles: { target: ['journalists'] } }],
  ['what a gerund behind a step is about', 'Jan Kral spoke of his conviction for making threats.', 'conviction', { roles: { about: ['making threats'] } }],
  ['“call upon” demands', 'The union calls upon the ministry to release Omid Farrokh.', 'demand', { roles: { actor: ['union'], target: ['ministry'] } }],
])('%s', (_, text, kind, expected) => {
  expect(claim(text, kind)).toMatchObject(expected);
});

test.each([
  [
    'who spoke goes on, not who was told of',
    'Police said in a statement that 77 suspects were arrested. They denied that a guard had beaten Omid Farrokh.',
    'Police',
  ],
  ['nobody speaks who is only named in the words said', '“Guards beat the prisoners,” they said.', undefined],
])('%s', (_, text, speaker) => {
  expect(claim(text, 'torture')?.saidBy[0]).toBe(speaker);
});

test('an exchange sets free those of each side who are named', () => {
  const found = suggest({ text: 'Brod exchanged the diplomat Jan Kral for the nurse Mira Halim.', published: null, language: 'en' });
  expect(found.map(({ kind, roles }) => [kind, roles.target])).toEqual([
    ['exchange', ['Jan Kral', 'Mira Halim']],
    ['release', ['Jan Kral']],
    ['release', ['Mira Halim']],
  ]);
  expect(claim('The two states exchanged letters for a year.', 'release')).toBeUndefined();
});

test.each([
  ['a profession alone is no position', 'Ana Kolar, a reporter from Brod, left.', 'position'],
  ['an office without a holder is none', 'The Secretary General left.', 'position'],
  ['who is unfit to stand trial is not tried', 'The court found Omid Farrokh unfit to stand trial.', 'trial'],
  ['a right to appeal is no appeal', 'Omid Farrokh has the right to appeal.', 'appeal'],
  ['leave to travel is no appeal', 'Leave to travel was refused.', 'appeal'],
  ['an event only spoken of did not take place', 'He spoke of mass protests.', 'protest'],
])('%s', (_, text, kind) => {
  expect(claim(text, kind)).toBeUndefined();
});

test('people of whom the text tells many are not its one journalist', () => {
  const text = 'Ana Kolar spoke in Brod. Ana Kolar left. The court heard of the detention of the journalists in Orlik.';
  expect(claim(text, 'detention')?.roles.target).toEqual(['journalists']);
});
