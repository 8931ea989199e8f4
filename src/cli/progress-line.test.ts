import { expect, test } from 'vitest';
import { ProgressLine } from './progress-line.ts';

/** A terminal of so many columns, and what is seen on it: a carriage return goes back, and the line is cleared with it. */
function screen(columns: number, isTTY = true) {
  let written = '';
  const terminal = { isTTY, columns, write: (text: string) => (written += text) };
  const seen = (): readonly string[] => written.split('\n').map((line) => line.slice(line.lastIndexOf('\r\u001b[2K') + 1).replace('\u001b[2K', ''));
  return { terminal, seen, written: () => written };
}

test('the line stands below every other line, and is gone at the end', () => {
  const { terminal, seen } = screen(80);
  const line = new ProgressLine(terminal, 'xterm');
  line.show('1 of 2');
  line.above(() => terminal.write('first is done\n'));
  expect(seen()).toEqual(['first is done', '1 of 2']);
  line.show('2 of 2');
  line.above(() => terminal.write('second is done\n'));
  line.show('');
  expect(seen()).toEqual(['first is done', 'second is done', '']);
});

test('a line is cut where the terminal ends, and foreign words in it cannot steer the terminal', () => {
  const { terminal, seen } = screen(12);
  new ProgressLine(terminal, 'xterm').show('file\u001b[2J\u202e of many words');
  expect(seen()).toEqual(['file�[2J� …']);
});

test.each([
  ['a file or a pipe', false, 'xterm'],
  ['a terminal that cannot move its cursor', true, 'dumb'],
])('to %s nothing is written but the other lines', (_, isTTY, term) => {
  const { terminal, written } = screen(80, isTTY);
  const line = new ProgressLine(terminal, term);
  line.show('1 of 2');
  line.above(() => terminal.write('first is done\n'));
  line.show('');
  expect(written()).toBe('first is done\n');
});
