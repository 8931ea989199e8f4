import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';
import { suggest } from './suggest.ts';

const BODY = 'Police arrested Omid Farrokh in Brod.';
const HEADED = {
  en: `Title: Rally in Brod recalls the 1975 massacre\nAuthor: Mira Halim, who condemned the arrest\nPublisher: The Massacre Committee\nPublished: 2016-03-04\n\n${BODY}`,
  fr: 'Titre : Manifestation contre la torture à Brod\nAuteur : Mira Halim\nÉditeur : Comité contre la torture\nPublié le : 2016-03-04\n\nLa police a arrêté Omid Farrokh.',
  fa: 'عنوان: بازداشت میرا حلیم در برود\nنویسنده: امید فرخ\nناشر: کمیته علیه شکنجه زندانیان\nتاریخ انتشار: ۱۴ مرداد ۱۴۰۱\n\nمیرا حلیم در برود بازداشت شد.',
};

test.each(Object.entries(HEADED))('no quote runs over the lines of a header, and its metadata makes no claim (%s)', (language, text) => {
  const found = suggest({ text, published: '2016-03-04', language });
  expect(found.length).toBeGreaterThan(1);
  for (const { quote } of found) {
    expect(quote.exact).not.toContain('\n');
    expect(text.split('\n').find((line) => line.includes(quote.exact))).not.toMatch(/^(?:Author|Publisher|Auteur|Éditeur|نویسنده|ناشر|Publi)/);
  }
});

test('each line of a header is a sentence, in Swedish too', () => {
  const text = 'Titel: Protest i Brod\nFörfattare: Mira Halim\nUtgivare: Brods Tidning\nPublicerad: 2016-03-04\nPolisen grep Omid Farrokh.';
  const sentences = inspect({ text, published: null, language: 'sv' }, 'sentences').sentences.map(({ start, end }) => text.slice(start, end));
  expect(sentences).toEqual([
    'Titel:',
    'Protest i Brod',
    'Författare: Mira Halim',
    'Utgivare: Brods Tidning',
    'Publicerad: 2016-03-04',
    'Polisen grep Omid Farrokh.',
  ]);
});

test('a colon in the first line of running text makes no header', () => {
  const text = 'Halim: guards killed three farmers in Brod.\nThe ministry denied it.';
  expect(suggest({ text, published: null, language: 'en' }).map((each) => each.kind)).toContain('killing');
});
