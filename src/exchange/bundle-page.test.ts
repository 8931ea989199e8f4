import { expect, it } from 'vitest';
import { bundlePage } from './bundle-page.ts';

it('shows markup of a document as its letters', () => {
  const page = bundlePage('<b>Case</b>', '2026-11-21', 3, [
    { title: '<script>alert(1)</script>', published: null, publisher: '"onload="x', sha256: 'a'.repeat(64), textSha256: 'b'.repeat(64), claims: [] },
  ]);
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<b>');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
