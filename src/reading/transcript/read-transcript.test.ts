import { describe, expect, test } from 'vitest';
import { CodePoints } from '../../base/span.ts';
import { mediaTypeOf } from '../media-type.ts';
import { readSubtitles, readTimedText } from './read-transcript.ts';

async function read(file: string, as = readSubtitles) {
  const result = await as(Buffer.from(file));
  if (!result.ok) throw new Error(result.problem.reason);
  const points = new CodePoints(result.reading.text);
  const said = (result.reading.utterances ?? []).map(({ start, end, heard, speaker }) =>
    [heard ? `${heard.from}–${heard.until}` : 'no time', speaker, points.slice({ start, end })].filter(Boolean).join(' | '),
  );
  return { text: result.reading.text, said, warnings: result.reading.warnings };
}

describe('WebVTT', () => {
  test('gives the words with their times and voices; comments, styles and places are left out', async () => {
    const file = [
      '\ufeffWEBVTT - The march', 'Kind: captions', '', 'STYLE', '::cue { color: red }', '', 'NOTE checked by Mina', 'twice', '',
      'intro', '00:01.000 --> 00:03.500 align:start line:0', '<v.loud Navid Golzari>They <i>shot</i> at', '',
      '00:03.500 --> 00:05.000', '<v Navid Golzari>us &amp; ran.', '', '01:00:00.000 --> 01:00:02.000', '<c.yellow>No one</c> came.', '',
    ].join('\n'); // prettier-ignore
    expect(await read(file)).toEqual({
      text: 'Navid Golzari: They shot at\nus & ran.\n\nNo one came.\n',
      said: ['1–3.5 | Navid Golzari | They shot at', '3.5–5 | Navid Golzari | us & ran.', '3600–3602 | No one came.'],
      warnings: [],
    });
  });

  test('says once what rolls up, and keeps what is truly said twice', async () => {
    const file = [
      'WEBVTT', '', '00:00:01.000 --> 00:00:03.000', 'they came at night', '', '00:00:03.000 --> 00:00:03.010', 'they came at night', '',
      '00:00:03.010 --> 00:00:05.000', 'they came at night', '<00:00:03.200><c>and took him</c>', '', '00:00:09.000 --> 00:00:10.000', 'No.', '', '00:00:10.000 --> 00:00:11.000', 'No.', '',
    ].join('\n'); // prettier-ignore
    expect((await read(file)).text).toBe('they came at night\nand took him\n\nNo.\n\nNo.\n');
  });
});

describe('SubRip', () => {
  test('is read with Windows line ends, styles of its own, and right to left', async () => {
    const file =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<font color="#fff">او را بردند.</font>\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\nسال ۱۴۰۱ < ۱۴۰۲\r\n';
    expect(await read(file)).toMatchObject({ said: ['1–2 | او را بردند.', '2.5–4 | سال ۱۴۰۱ < ۱۴۰۲'] });
  });

  test('keeps the words of cues whose times are broken, says so, and reads on where empty lines are missing or too many', async () => {
    const file =
      '1\n00:00:01,000 --> 00:00:0x,000\nThe gate.\n2\n00:00:05,000 --> 00:00:03,000\nThe wall\n\nand the yard.\n\n3\n00:75:00,000 --> 00:76:00,000\n1987\n';
    const { said, warnings } = await read(file);
    expect(said).toEqual(['no time | The gate.', '5–5 | The wall\nand the yard.', 'no time | 1987']);
    expect(warnings).toEqual([{ code: 'parts-left-out', detail: expect.stringContaining('Of 3 cues, 2 have no time') }]);
  });

  test('of ten hours is read in order', async () => {
    const stamp = (second: number): string =>
      `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')},000`;
    const file = Array.from({ length: 18_000 }, (_, n) => `${n + 1}\n${stamp(2 * n)} --> ${stamp(2 * n + 1)}\nWord ${n}.\n`).join('\n');
    const { said } = await read(file);
    expect([said.length, said.at(-1)]).toEqual([18_000, '35998–35999 | Word 17999.']);
  });
});

describe('a transcript typed as text', () => {
  const TYPED =
    'Interview with Navid Golzari\n\n[00:00:04] Mina: Where were you?\n\n[00:00:07] Navid: At the gate.\nAnd then inside.\n\n[00:01:10] They shouted.\n';

  test('keeps its text, and its passages bear the times that it gives', async () => {
    expect(mediaTypeOf(Buffer.from(TYPED), 'interview.txt')).toBe('text/x-timed-transcript');
    expect(await read(TYPED, readTimedText)).toEqual({
      text: TYPED,
      said: ['4–7 | Mina | Where were you?', '7–70 | Navid | At the gate.\nAnd then inside.', '70–70 | They shouted.'],
      warnings: [],
    });
  });

  test('is not seen in a chat whose times are of the day, nor in a text that gives some times', () => {
    for (const other of [
      '[14:03:10] Golnar: They took him.\n[14:03:40] Navid: Who?\n[14:05:00] Golnar: I do not know.\n',
      'At 10:30 they came.\n\n10:45 was late.\n\nThe rest is silence.\n',
    ])
      expect(mediaTypeOf(Buffer.from(other), 'a.txt')).toBe('text/plain');
  });
});

test('subtitles are known by how they begin, else by their ending', () => {
  expect(mediaTypeOf(Buffer.from('\ufeffWEBVTT\n\n'), 'a.txt')).toBe('text/vtt');
  expect(mediaTypeOf(Buffer.from('1\r\n00:00:01,000 --> 00:00:02,000\r\nWords\r\n'), 'a')).toBe('application/x-subrip');
  expect(mediaTypeOf(Buffer.from('nothing of the sort'), 'a.srt')).toBe('application/x-subrip');
});
