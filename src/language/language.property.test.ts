import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePoints } from '../base/span.ts';
import { readEdtf } from '../base/edtf.ts';
import { parseClaimContent } from '../model/claim.ts';
import { inspect, LAYERS } from './inspect.ts';
import { suggest, type Asked } from './suggest.ts';

const PIECES = [
  'Police', 'arrested', 'Mira Halim', 'in', 'Brod', 'on', '3 May 2016', ',', '.', '"', '“', '”', "'", '’s', '(', ')', 'who', 'that', 'said', 'was', 'killed', 'by', 'and', 'to',
  'the', 'a', 'not', 'if', 'denied', 'accused of', 'killing', '14 people', 'last week', 'between', '1988', '\n', '\n\n', '…', '. . .', '😀', 'U.S.', 'p.m.', 'which', 'had', 'been',
  'سال', '۱۳۶۷', 'اعدام', 'شد', '،', "l'arrestation", 'été', 'à', 'fue', 'detenido', '-', '--', ':', ';', '•', '1.', '\ud83d', '\u200c', '\u0000', '<b>', '&amp;', '$', '%',
]; // prettier-ignore

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 400 })).map(([piece, times]) => piece.repeat(times)),
);
const asked: fc.Arbitrary<Asked> = fc.record({
  text: hostile,
  published: fc.constantFrom(null, '2022', '2022-08', '2022-08-10', '198X', 'not a date'),
  language: fc.constantFrom(null, 'en', 'fa', 'fr', 'es', 'ar', 'de', 'x'),
});

test('whatever the text, every suggestion is a claim whose words stand where it says', () => {
  fc.assert(
    fc.property(asked, (doc) => {
      const points = new CodePoints(doc.text);
      for (const proposal of suggest(doc)) {
        const { rule, confidence, evidence, ...content } = proposal;
        expect(points.slice(proposal.quote)).toBe(proposal.quote.exact);
        if (proposal.quote.exact.isWellFormed()) expect(parseClaimContent(content)).toBeDefined();
        expect(rule).toMatch(/^[a-z.]+@\d+$/);
        expect(confidence > 0 && confidence <= 1).toBe(true);
        for (const each of evidence) expect(each.start < each.end && each.end <= points.length).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('whatever the text, every layer keeps inside it and in order', () => {
  fc.assert(
    fc.property(asked, fc.constantFrom(...LAYERS), (doc, layer) => {
      const length = new CodePoints(doc.text).length;
      const found = inspect(doc, layer);
      const spans =
        'sentences' in found
          ? found.sentences
          : 'times' in found
            ? found.times
            : 'names' in found
              ? found.names
              : 'speech' in found
                ? found.speech.flatMap((each) => [...each.source, ...each.cue, ...each.content])
                : found.incidents.flatMap((each) => [...each.mentions, ...Object.values(each.roles).flat()]);
      for (const span of spans) expect(span.start < span.end && span.start >= 0 && span.end <= length).toBe(true);
      if ('times' in found) for (const time of found.times) expect(time.edtf === null || readEdtf(time.edtf) !== null).toBe(true);
      if ('sentences' in found) found.sentences.forEach((each, n) => expect(each.start).toBeGreaterThanOrEqual(found.sentences[n - 1]?.end ?? 0));
    }),
    { numRuns: 400 },
  );
});

test('the same text gives the same suggestions', () => {
  fc.assert(
    fc.property(asked, (doc) => {
      expect(suggest(doc)).toEqual(suggest(doc));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['one word without end', 'a'.repeat(200_000)],
  ['opening brackets', '('.repeat(30_000)],
  ['quotation marks', '" '.repeat(20_000)],
  ['commas', 'he said, '.repeat(4_000)],
  ['clauses in clauses', 'the man who said that '.repeat(2_000)],
  ['names', 'Ana Kolar '.repeat(5_000)],
  ['different names', Array.from({ length: 4_000 }, (_, n) => `Ana K${n.toString(36)}ar`).join(' said. ')],
  ['numbers', '1 '.repeat(20_000)],
  ['apostrophes', "'s n't l'a ".repeat(5_000)],
  ['dots', '. . . '.repeat(10_000)],
])(
  'a long text of %s comes to its end',
  (_, text) => {
    // What work it makes is counted in work.property.test.ts; a pattern that ran away here would not end in hours.
    expect(suggest({ text, published: '2022-08-10', language: 'en' }).length).toBeLessThan(text.length);
  },
  120_000,
);
