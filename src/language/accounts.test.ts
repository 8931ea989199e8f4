import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

const ACCOUNT = 'Prosecutor Mira Halim said that, according to the evidence, on 3 March 2016 two guards entered the camp. They beat Omid Farrokh.';

const beating = (text: string) => suggest({ text, published: '2016-08-10', language: 'en' }).find((each) => each.kind === 'torture');

test('an account of the evidence goes on through its paragraph, with its speaker and its time', () => {
  expect(beating(ACCOUNT)).toMatchObject({ saidBy: ['Mira Halim'], time: { edtf: '2016-03-03' } });
});

test('an account ends with its paragraph, and where somebody else speaks', () => {
  expect(beating(ACCOUNT.replace('camp. They', 'camp.\n\nGuards'))).toMatchObject({ saidBy: [], time: null });
  expect(beating(ACCOUNT.replace('They beat', 'Ana Kolar said guards beat'))).toMatchObject({ saidBy: ['Ana Kolar'], time: null });
});

test('a plain report without grounds is not carried on', () => {
  expect(beating(ACCOUNT.replace(' that, according to the evidence,', ''))).toMatchObject({ saidBy: [], time: null });
});
