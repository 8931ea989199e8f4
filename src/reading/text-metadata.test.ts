import { expect, test } from 'vitest';
import { textMetadata } from './text-metadata.ts';

test('a block of header lines after the first line is taken as it says', () => {
  const text = `Demonstration text: all people, places and events in it are invented.
Title: Court upholds sentence
Author: Ada Wren
Publisher: The Norvale Herald
Published: 17 December 2022

The court of appeal has upheld the sentence.`;
  expect(textMetadata(text)).toEqual({
    title: [{ value: 'Court upholds sentence', from: 'line 2, "Title:"' }],
    author: [{ value: 'Ada Wren', from: 'line 3, "Author:"' }],
    publisher: [{ value: 'The Norvale Herald', from: 'line 4, "Publisher:"' }],
    published: [{ value: '2022-12-17', from: 'line 5, "Published:"' }],
  });
});

test('header lines in Persian, with a Solar Hijri date', () => {
  const text = `متن نمایشی: همه‌ی اشخاص، مکان‌ها و رویدادهای آن ساختگی است.
عنوان: دادگاه حکم را تأیید کرد
نویسنده: مهین تابان
ناشر: رادیو سپید
تاریخ انتشار: ۲۶ آذر ۱۴۰۱

دادگاه تجدید نظر حکم را تأیید کرد.`;
  const { title, author, publisher, published } = textMetadata(text);
  expect([title, author, publisher, published].map((found) => found?.[0]?.value)).toEqual([
    'دادگاه حکم را تأیید کرد',
    'مهین تابان',
    'رادیو سپید',
    '2022-12-17',
  ]);
});

test('a first line that is short, alone and no sentence is the title; a byline may be on two lines', () => {
  expect(textMetadata('The Silence of Nurshahr\n\nWritten by\nAda Wren\n\nNobody was charged.')).toEqual({
    title: [{ value: 'The Silence of Nurshahr', from: 'first line' }],
    author: [{ value: 'Ada Wren', from: 'byline, line 4' }],
  });
});

test.each([
  ['a sentence', 'Nobody was charged in the end.\n\nMore text.'],
  ['a line with no empty line after it', 'Nobody was charged\nin the end\n\nMore text.'],
  ['a date', '8 July 2021\n\nNobody was charged.'],
  ['a paragraph that begins with "by"', 'By the end of the month nobody had been charged.\n\nMore text.'],
])('%s is neither title nor byline', (_, text) => {
  const { title, author } = textMetadata(text);
  expect([title, author]).toEqual([undefined, undefined]);
});

test.each([
  ['a line of its own', 'A Title\n\nPublished: 8 July 2021\n\nText.', '2021-07-08'],
  ['a weekday before and a time behind', 'A Title\n\nThursday, 8 July 2021, 10:30\n\nText.', '2021-07-08'],
  ['a dateline', 'HOLMVIK, 8 July 2021 – The district court has sentenced a man.', '2021-07-08'],
  ['a dateline with an agency', 'PORT-SAUVEUR, Feb. 6, 2020 (CNA) — The assize court convicted him.', '2020-02-06'],
])('%s tells when it was published', (_, text, edtf) => {
  expect(textMetadata(text).published?.[0]?.value).toBe(edtf);
});

test('a date inside a sentence is not when it was published', () => {
  expect(textMetadata('On 8 July 2021 the court – after nine months – convicted him.').published).toBeUndefined();
  expect(textMetadata('He was arrested on 8 July 2021.').published).toBeUndefined();
});

test('a text of one endless line is dealt with at once', () => {
  expect(textMetadata('a'.repeat(5_000_000))).toEqual({});
});
