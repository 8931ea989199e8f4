import { expect, test } from 'vitest';
import type { Added } from '../desk/add.ts';
import { AddProgress } from './add-progress.ts';

const files = ['a.txt', 'b.zip', 'c.txt', 'd.txt'].map((path) => ({ path, size: 500_000, file: path }));
const added = (path: string, outcome: Added['outcome'] = 'added'): Added => ({
  path,
  size: 500_000,
  id: 'd_1',
  outcome,
  title: null,
  suggestions: 0,
  problem: null,
  sensitivity: null,
  revises: null,
});

test('says documents, bytes, failures, and the time that is left at the pace of what had to be read', () => {
  let now = 0;
  const progress = new AddProgress(files, () => now);
  expect(progress.text()).toBe('[░░░░░░░░░░░░░░░░░░░░] 0 of 4 documents · 0.0 of 2.0 MB');
  now = 60_000;
  progress.take(added('a.txt', 'unreadable'));
  expect(progress.text()).toBe('[█████░░░░░░░░░░░░░░░] 1 of 4 documents · 0.5 of 2.0 MB · 1 not read · 3 min left');
});

test('counts an archive as one document, whatever is inside of it', () => {
  const progress = new AddProgress(files, () => 0);
  for (const path of ['b.zip', 'b.zip/1.txt', 'b.zip/2.txt']) progress.take(added(path));
  expect(progress.text()).toContain('1 of 4 documents · 0.5 of 2.0 MB');
});

test('what is held already says nothing of the time that is left', () => {
  let now = 0;
  const progress = new AddProgress(files, () => now);
  for (const path of ['a.txt', 'b.zip']) progress.take(added(path, 'held'));
  now = 10_000;
  expect(progress.text()).not.toContain('left');
  progress.take(added('c.txt'));
  expect(progress.text()).toContain('3 of 4 documents · 1.5 of 2.0 MB · 10 s left');
});

test('of empty files is whole from the beginning, and divides by nothing', () => {
  expect(new AddProgress([{ path: 'a.txt', size: 0, file: 'a.txt' }], () => 0).text()).toBe('[████████████████████] 0 of 1 documents · 0.0 of 0.0 MB');
});
