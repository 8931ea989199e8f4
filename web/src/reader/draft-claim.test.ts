import { expect, test } from 'vitest';
import { parseClaimContent, type ClaimContent } from '../../../src/model/claim.ts';
import { contentOf, draftFrom, draftOf, faultOf, withName } from './draft-claim.ts';

const content: ClaimContent = {
  quote: { exact: 'the court convicted him', start: 12, end: 35 },
  kind: 'conviction',
  roles: { actor: ['Holmvik District Court'], target: ['Kamran Sohrabzadeh', 'Nasrin Kiani'] },
  time: { text: 'On Monday', edtf: '2021-07-05' },
  modality: 'asserted',
  saidBy: ['CNA', 'a spokesman'],
};

test('a draft that nobody changed is the claim that it was made of', () => {
  expect(contentOf(draftOf(content))).toEqual(content);
});

test('a role that was emptied is left out, and space around names is taken off', () => {
  const draft = { ...draftOf(content), roles: { actor: ' \n', target: ' Kamran Sohrabzadeh \n\n' } };
  expect(contentOf(draft)?.roles).toEqual({ target: ['Kamran Sohrabzadeh'] });
  expect(parseClaimContent(contentOf(draft))).toEqual(contentOf(draft));
});

test('a time whose date is not known keeps its words', () => {
  expect(contentOf({ ...draftOf(content), edtf: '' })?.time).toEqual({ text: 'On Monday', edtf: null });
  expect(contentOf({ ...draftOf(content), edtf: '', timeText: '' })?.time).toBeNull();
});

test('a date that is no EDTF, or that no words give, is not let through', () => {
  expect(faultOf({ ...draftOf(content), edtf: 'Monday' })).toBe('amend.edtf.bad');
  expect(faultOf({ ...draftOf(content), timeText: '' })).toBe('amend.edtf.needsText');
  expect(faultOf(draftOf(content))).toBeNull();
});

test('a claim of one’s own is none until its kind is chosen', () => {
  const draft = draftFrom(content.quote);
  expect(faultOf(draft)).toBe('amend.kind.needed');
  expect(contentOf(draft)).toBeNull();
  expect(contentOf({ ...draft, kind: 'conviction' })).toEqual({ ...content, roles: {}, time: null, saidBy: [] });
});

test('a name picked from the text is added once, on a line of its own, without the line breaks it had there', () => {
  expect(withName('', 'Kamran\nSohrabzadeh')).toBe('Kamran Sohrabzadeh');
  expect(withName('Nasrin Kiani', 'Kamran Sohrabzadeh')).toBe('Nasrin Kiani\nKamran Sohrabzadeh');
  expect(withName('Nasrin Kiani', 'Nasrin Kiani')).toBe('Nasrin Kiani');
});
