import { expect, it } from 'vitest';
import { bundlePage } from './bundle-page.ts';

it('shows markup of a document as its letters', () => {
  const document = {
    title: '<script>alert(1)</script>',
    published: null,
    publisher: '"onload="x',
    sha256: 'a'.repeat(64),
    textSha256: 'b'.repeat(64),
    collection: {
      name: 'a.txt',
      url: null,
      method: '<i>by hand</i>',
      collectedAt: null,
      collector: '<img src=x>',
      priorCustodian: null,
      note: null,
      tool: 'onrecord@0',
    },
    conditions: { purposes: ['<u>court</u>'], consentUntil: null, retention: null },
    claims: [],
  };
  const page = bundlePage({ name: '<b>Case</b>', day: '2026-11-21', size: 3, documents: [document], withheld: ['<s>1</s>'] });
  expect(page).not.toContain('<script');
  for (const tag of ['<b>', '<i>', '<img', '<u>', '<s>']) expect(page).not.toContain(tag);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
