import { expect, test } from 'vitest';
import { partName } from './part-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\report.pdf', 'report.pdf'],
  ['..', 'unnamed'],
  ['folder/', 'unnamed'],
  ['', 'unnamed'],
  ['.htaccess', 'htaccess'],
  ['gpj.\u202etxt.exe', 'gpj.txt.exe'],
  ['a\0b\nc.txt', 'abc.txt'],
  ['نامه\u200cها.pdf', 'نامه\u200cها.pdf'],
  ['half \ud83d.txt', 'half \ufffd.txt'],
  [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(146)}.pdf`],
])('%j is named %j', (foreign, name) => {
  expect(partName(foreign)).toBe(name);
});
