import { expect, test } from 'vitest';
import { inspect } from '../inspect.ts';

const namesOf = (text: string, language: string): readonly string[] =>
  inspect({ text, published: null, language }, 'names').names.map((each) => `${each.type}: ${each.text}`);

test('links of two words hold a Spanish name together', () => {
  expect(namesOf('La Comisión de la Verdad habló con Ana Roldán.', 'es')).toEqual(['organization: Comisión de la Verdad', 'person: Ana Roldán']);
});

test('an Arabic name stands behind a title, a body ends with its definite words', () => {
  expect(namesOf('قال المحامي سامي درويش إن منظمة العفو الدولية نشرت تقريرا عن سجن تدين.', 'ar')).toEqual([
    'person: سامي درويش',
    'organization: منظمة العفو الدولية',
    'place: سجن تدين',
  ]);
});

test('an Arabic name is found by its first name, a body by the noun that it is joined to', () => {
  expect(namesOf('قالت ليلى حداد إن وكالة أنباء برود كذبت في دمشق.', 'ar')).toEqual(['person: ليلى حداد', 'organization: وكالة أنباء برود', 'place: دمشق']);
  expect(namesOf('قال محمد في المساء.', 'ar')).toEqual([]);
});

test('Persian words for nobody and somebody are no names', () => {
  expect(namesOf('یکی از شاهدان گفت هیچ‌کس به او کمک نکرد. مجری برنامه پرسید.', 'fa')).toEqual([]);
});

test('a Persian name run together with a court, or without a title, is found by its first name', () => {
  expect(namesOf('دادگاه تجدیدنظر استان برود مینا هلیم را تبرئه کرد.', 'fa')).toEqual(['organization: دادگاه تجدیدنظر استان برود', 'person: مینا هلیم']);
  expect(namesOf('سخنگوی وزارت کشور در زندان قزان بود.', 'fa')).toEqual(['organization: وزارت کشور', 'place: زندان قزان']);
});

test('a Persian body ends before the word that its verb needs', () => {
  expect(namesOf('دادگاه انقلاب تهران پاسخ نداد.', 'fa')).toEqual(['organization: دادگاه انقلاب تهران']);
});
