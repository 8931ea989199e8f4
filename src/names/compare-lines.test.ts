import { describe, expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';

const answers = async (lines: readonly string[]) => Array.fromAsync(compareLines(lines));

describe('lines of names', () => {
  it('are answered by one score each, in order', async () => {
    const [same = '', other = ''] = await answers(['person\tKamran Sohrabzadeh\tکامران سهراب‌زاده', 'person\tKamran Sohrabzadeh\tNasrin Raufian\r']);
    expect(Number(same)).toBeGreaterThan(0.9);
    expect(Number(other)).toBeLessThan(0.1);
  });

  // Whoever writes a list or a document must not be able to stop the program with a name.
  it('are answered however often a name says a word', async () => {
    const many = 'Kamran '.repeat(40);
    expect(await answers([`person\t${many}\tKamran Sohrabzadeh`, `person\t${many}\t${many}`])).toHaveLength(2);
  });

  it.each(['', 'person\tKamran', 'place\tQaramar\tQaramar', 'person\ta\tb\tc', 'person\t\tb'])('that are off are refused by their number: %j', async (line) => {
    await expect(answers(['person\tKamran\tKamran', line])).rejects.toMatchObject({ code: 'bad-shape', message: expect.stringContaining('Line 2') });
  });
});
