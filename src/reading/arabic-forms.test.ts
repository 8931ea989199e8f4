import { expect, test } from 'vitest';
import { foldDrawnForms } from './arabic-forms.ts';

test('drawn forms become letters, ligatures too', () => {
  expect(foldDrawnForms('\ufeb3\ufefc\ufee1')).toBe('سلام');
  expect(foldDrawnForms('o\ufb03ce \ufb01le')).toBe('office file');
});

test('letters that would join but are drawn apart have a non-joiner between them', () => {
  // meem initial, yeh final, then kheh initial: می‌خ
  expect(foldDrawnForms('\ufee3\ufbfd\ufea7')).toBe('می\u200cخ');
  // meem initial, yeh medial, kheh final: joined.
  expect(foldDrawnForms('\ufee3\ufbff\ufea6')).toBe('میخ');
  // Reh never joins the next, whatever its form.
  expect(foldDrawnForms('\ufead\ufe8d')).toBe('را');
});

test('text in letters, in other scripts and with vowel marks stays as it is', () => {
  for (const text of ['دادگاه نورشهر', 'plain text', 'مُحَمَّد', 'می\u200cخواهم', '']) expect(foldDrawnForms(text)).toBe(text);
});
