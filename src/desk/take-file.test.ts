import { expect, test } from 'vitest';
import { unreadable } from '../reading/unreadable.ts';
import { asOpened, type Taken } from './take-file.ts';

const kept = { sha256: '0'.repeat(64), size: 1, already: false };
const file = { ...kept, sha256: '1'.repeat(64) };
const reading = { text: 'See the files.', pages: [], metadata: {}, warnings: [], reader: 'eml@2' };
const document = { id: 'd_1', text: '1'.repeat(64), metadata: {} };
const MAIL: Taken = {
  item: { path: 'a.eml', container: null, depth: 0 },
  kept,
  read: { ok: true, mediaType: 'message/rfc822', reading, files: [file], document, length: 14, utterances: null, suggestions: [] },
  opened: null,
  inside: null,
};
const ARCHIVE: Taken = { ...MAIL, read: { ok: false, mediaType: 'application/zip', problem: unreadable('archive'), reader: 'none@1' } };
const first = { path: 'a.eml/1.txt', kept, container: null, depth: 1 };

test('a mail of which what is attached could not all be taken out is read, and says so with the reason', () => {
  const { read } = asOpened(MAIL, {
    parts: [first],
    tooDeep: 0,
    problem: unreadable('unsafe-archive', 'One of its parts has more than 100 MB.'),
    finding: null,
  });
  expect(read?.ok && read.reading.warnings).toEqual([
    {
      code: 'attachments-left-out',
      detail: expect.stringMatching(/^What is attached to it was not taken out, but for 1 files: .* One of its parts has more than 100 MB\.$/),
    },
  ]);
});

test('an archive that could not be opened is kept with the reason why, not as an archive', () => {
  const { read } = asOpened(ARCHIVE, { parts: [], tooDeep: 0, problem: unreadable('encrypted'), finding: null });
  expect(read?.ok === false && read.problem.code).toBe('encrypted');
});

test('one that was opened whole stays as it was', () => {
  const whole = { parts: [first], tooDeep: 0, problem: null, finding: null };
  expect([asOpened(MAIL, whole).read, asOpened(ARCHIVE, whole).read]).toEqual([MAIL.read, ARCHIVE.read]);
});
