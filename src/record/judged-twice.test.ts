// Only of whom two judgments are told can a proceeding be contested.
import { expect, it } from 'vitest';
import { buildProceedings } from './build-proceedings.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import { ofJudgedTwice } from './judged-twice.ts';
import { told } from './told.test-data.ts';

const identity = identityOf(NOTHING_JUDGED);
const document = 'd_report';
const of = (name: string) => ({ document, roles: { target: [name] } });

it('keeps all that is told of whoever is convicted and cleared, and of nobody else', () => {
  const claims = [
    told('charged', { kind: 'charge', ...of('Mansour Raufian') }),
    told('convicted', { kind: 'conviction', ...of('Mansour Raufian') }),
    told('other', { kind: 'conviction', ...of('Navid Golzari') }),
    told('cleared', { kind: 'acquittal', ...of('Mansour Raufian') }),
    // Alleged, and so no judgment.
    told('alleged', { kind: 'acquittal', modality: 'alleged', ...of('Navid Golzari') }),
  ];
  const kept = ofJudgedTwice(claims, identity);
  expect(kept.map(({ id }) => id)).toEqual(['charged', 'convicted', 'cleared']);
  const contested = (some: typeof claims) => buildProceedings(some, identity).filter(({ stage }) => stage.judged === 'contested');
  expect(contested([...kept])).toEqual(contested(claims));
  expect(contested(claims)).toHaveLength(1);
});

it('keeps nothing where nobody was judged twice', () => {
  expect(ofJudgedTwice([told('one', { kind: 'conviction', ...of('Mansour Raufian') })], identity)).toEqual([]);
});
