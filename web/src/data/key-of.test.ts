import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

const press = (key: string, code: string, held: Partial<{ ctrlKey: boolean; shiftKey: boolean }> = {}) => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test('a key means its letter, also where a Persian layout is on', () => {
  expect(keyOf(press('a', 'KeyA'))).toBe('a');
  expect(keyOf(press('ش', 'KeyA'))).toBe('a');
  expect(keyOf(press('؟', 'Slash', { shiftKey: true }))).toBe('?');
});

test('a layout that moves the letters is followed', () => {
  expect(keyOf(press('a', 'KeyQ'))).toBe('a');
});

test("the browser's and the system's own keys are left to them", () => {
  expect(keyOf(press('r', 'KeyR', { ctrlKey: true }))).toBeNull();
  expect(keyOf(press('Enter', 'Enter'))).toBeNull();
});
