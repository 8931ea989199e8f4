import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CodePoints, overlap, spanLength } from '../base/span.ts';
import { parseClaimContent, type ClaimContent } from '../model/claim.ts';
import { suggest } from './suggest.ts';

type Gold = { readonly id: string; readonly text: string; readonly published: string | null; readonly language: string; readonly claims: readonly unknown[] };

const folder = new URL('../../fixtures/gold/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Gold);

/** Written and annotated before the rules first saw them (bench/language.ts scores them). */
const fresh = readdirSync(new URL('fresh/', folder)).map((name) => JSON.parse(readFileSync(new URL(`fresh/${name}`, folder), 'utf8')) as Gold);

const meets = (a: ClaimContent, b: ClaimContent): boolean =>
  a.kind === b.kind && overlap(a.quote, b.quote) * 2 >= Math.min(spanLength(a.quote), spanLength(b.quote));

test.each([...documents, ...fresh])('the gold of $id quotes its own text', ({ text, claims }) => {
  const points = new CodePoints(text);
  for (const claim of claims.map((each) => parseClaimContent(each))) expect(points.slice(claim.quote)).toBe(claim.quote.exact);
});

test.each(documents)('most of what a careful reader records of $id is suggested, and no stance is raised', (doc) => {
  const gold = doc.claims.map((each) => parseClaimContent(each));
  const found = suggest(doc);
  const pairs = gold.flatMap((claim) => {
    const match = found.find((each) => meets(each, claim));
    return match ? [[claim, match] as const] : [];
  });
  expect(pairs.length / gold.length).toBeGreaterThan(0.7);
  expect(pairs.length / found.length).toBeGreaterThan(0.7);
  for (const [claim, match] of pairs) if (match.modality === 'asserted') expect(claim.modality, claim.quote.exact).toBe('asserted');
});

test.each(fresh)('no stance of $id is raised', (doc) => {
  const found = suggest(doc);
  for (const claim of doc.claims.map((each) => parseClaimContent(each))) {
    const match = found.find((each) => meets(each, claim));
    if (match?.modality === 'asserted') expect(claim.modality, claim.quote.exact).toBe('asserted');
  }
});

test('of all fresh documents more than seven claims in ten are suggested, and more than eight in ten suggestions are right', () => {
  const counts = { gold: 0, found: 0, pairs: 0 };
  for (const doc of fresh) {
    const gold = doc.claims.map((each) => parseClaimContent(each));
    const found = suggest(doc);
    counts.gold += gold.length;
    counts.found += found.length;
    counts.pairs += gold.filter((claim) => found.some((each) => meets(each, claim))).length;
  }
  expect(counts.pairs / counts.gold).toBeGreaterThan(0.7);
  expect(counts.pairs / counts.found).toBeGreaterThan(0.8);
});
