import { expect, test } from 'vitest';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { DossierLine } from '../../../src/model/dossier.ts';
import type { Kind } from '../../../src/model/vocabulary.ts';
import { groupLines, partsShown, placesWith } from './group-lines.ts';

const line = (kind: Kind, as: readonly string[], place: readonly string[] = []): DossierLine => {
  const quote = { exact: kind, start: 0, end: kind.length };
  const claim: ClaimRow = {
    id: kind, kind, quote, roles: { place }, time: null, modality: 'asserted', saidBy: [], status: 'recorded', document: 'd_1', documentTitle: 'One', saidOn: null,
    rule: 'a person', confidence: null, evidence: [], review: null, orphan: false,
  }; // prettier-ignore
  return { claim, source: 1, as, against: [], more: 0 };
};

const kinds = (lines: readonly DossierLine[]): readonly string[] => lines.map(({ claim }) => claim.kind);

test('a line stands in every part that it fits, and what fits none stands last', () => {
  const parts = groupLines([line('position', ['actor']), line('command', ['organization']), line('killing', ['actor', 'place']), line('statement', ['about'])]);
  expect([kinds(parts.posts), kinds(parts.members), kinds(parts.done), kinds(parts.there), kinds(parts.rest)]).toEqual([
    ['position'],
    ['command'],
    ['killing'],
    ['killing'],
    ['statement'],
  ]);
});

test('where nobody said what it is, only what claims give is shown; where somebody did, what its sort is looked up for stands first, empty or not', () => {
  const parts = groupLines([line('detention', ['place']), line('charge', ['target'])]);
  expect(partsShown(parts, null)).toEqual(['law', 'held']);
  expect(partsShown(parts, 'place')).toEqual(['there', 'held', 'law']);
  expect(partsShown(parts, 'person')).toEqual(['posts', 'law', 'done', 'suffered', 'held']);
});

test('places that a claim names with a place are told without it', () => {
  expect(placesWith([line('killing', ['place'], ['Torvik Prison', 'Torvik'])], ['Torvik Prison'])).toEqual(['Torvik']);
});
