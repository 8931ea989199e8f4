import { describe, expect, test } from 'vitest';
import { CodePoints } from '../../base/span.ts';
import type { Reading } from '../../model/document.ts';
import { mediaTypeOf } from '../media-type.ts';
import { readWhatsapp } from './read-whatsapp.ts';

async function read(text: string): Promise<Omit<Reading, 'reader'>> {
  const result = await readWhatsapp(Buffer.from(text));
  if (!result.ok) throw new Error(result.problem.reason);
  return result.reading;
}

/** Speaker, time and words of each message, the words as the text has them at their place. */
async function told(text: string): Promise<readonly (readonly [speaker: string | null, sent: string | null, words: string])[]> {
  const { text: made, utterances = [] } = await read(text);
  const points = new CodePoints(made);
  return utterances.map((each) => [each.speaker, each.sent, points.slice(each)]);
}

const type = (text: string, name = 'notes.txt'): string => mediaTypeOf(Buffer.from(text), name);
const FORMS: readonly (readonly [what: string, line: string, sent: string])[] = [
  ['an iPhone in Britain', '[17/05/2022, 14:03:05] Golnar Teherani: They came at noon.', '2022-05-17T14:03:05'],
  ['an iPhone in America', '[5/17/22, 2:03:05\u202fPM] Golnar Teherani: They came at noon.', '2022-05-17T14:03:05'],
  ['an Android in Britain', '17/05/2022, 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['an Android in America', '5/17/22, 2:03 PM - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Germany', '17.05.22, 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['an older telephone in Germany', '17.05.22 um 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['France', '17/05/2022 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Spain', '17/5/22, 2:03 p.\u00a0m. - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Turkey', '17.05.2022 ÖS 2:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Egypt', '\u200f١٧\u200f/٥\u200f/٢٠٢٢، ٢:٠٣ م - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Iran, in its own calendar', '۱۴۰۱/۲/۲۷،\u200f ۱۴:۰۳ - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Iran, with words for noon', '[۲۰۲۲/۵/۱۷،\u200f ۲:۰۳:۰۵ ب.ظ.] Golnar Teherani: They came at noon.', '2022-05-17T14:03:05'],
  ['Sweden', '2022-05-17 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Korea', '2022. 5. 17. 오후 2:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
  ['Thailand', '17/5/2565 14:03 - Golnar Teherani: They came at noon.', '2022-05-17T14:03'],
];

describe('a message as telephones write it', () => {
  test.each(FORMS)('in %s', async (_, line, sent) => {
    expect(await told(line)).toEqual([['Golnar Teherani', sent, 'They came at noon.']]);
    expect(type(line, 'WhatsApp Chat with Golnar.txt')).toBe('text/x-whatsapp');
  });
});

describe('the day', () => {
  const chat = (...dates: readonly string[]): string => dates.map((date, n) => `${date}, 14:0${n} - Golnar: yes\n`).join('');

  test('is told by one number over 12, wherever in the file it stands', async () => {
    expect((await told(chat('5/6/22', '6/6/22', '13/6/22')))[0]?.[1]).toBe('2022-06-05T14:00');
    expect((await told(chat('5/6/22', '5/7/22', '5/13/22')))[0]?.[1]).toBe('2022-05-06T14:00');
  });

  test('is told by the order of the messages, where the other reading would leap back', async () => {
    expect((await told(chat('30/4/22'.replace('30', '3'), '4/4/22', '1/5/22')))[2]?.[1]).toBe('2022-05-01T14:02');
  });

  test('is one of two where nothing tells it, and the reading says so', async () => {
    const text = chat('5/6/22', '6/6/22', '7/7/22');
    expect((await told(text)).map(([, sent]) => sent)).toEqual(['[2022-05-06,2022-06-05]', '2022-06-06T14:01', '2022-07-07T14:02']);
    expect((await read(text)).warnings).toEqual([{ code: 'days-unsure', detail: expect.stringMatching(/^Of 1 of 3 messages/) }]);
  });

  test('is one of two where numbers speak against each other', async () => {
    expect((await told(chat('13/6/22', '6/14/22', '5/6/22'))).map(([, sent]) => sent)).toEqual(['2022-06-13T14:00', '2022-06-14T14:01', '[2022-05-06,2022-06-05]']); // prettier-ignore
  });

  test('that there is not is not known', async () => {
    const text = chat('13/6/22', '31/6/22', '1/7/22');
    expect((await told(text)).map(([, sent]) => sent)).toEqual(['2022-06-13T14:00', null, '2022-07-01T14:02']);
    expect((await read(text)).warnings.map(({ code }) => code)).toEqual(['days-unsure']);
  });

  test('that leaps back is told of, as where something was put in', async () => {
    expect((await read(chat('13/6/22', '14/6/22', '2/3/22', '15/6/22'))).warnings).toEqual([{ code: 'order-unsure', detail: expect.stringMatching(/^In 1 places/) }]); // prettier-ignore
  });
});

describe('what a message holds', () => {
  const said = async (body: string) => (await read(`17/05/2022, 14:03 - ${body}\n17/05/2022, 14:04 - Navid: yes\n`)).utterances?.[0];
  const words = async (body: string) => (await told(`17/05/2022, 14:03 - ${body}\n17/05/2022, 14:04 - Navid: yes\n`))[0]?.[2];

  test('is all of its lines, as they were written', async () => {
    expect(await words('Golnar: They came.\n\nThree of them: armed\n - and masked')).toBe('They came.\n\nThree of them: armed\n - and masked');
  });

  test('is its own paragraph, with sender and time before it as the file has them', async () => {
    expect((await read('[17/05/2022, 14:03:05] Golnar: They came.\r\n[17/05/2022, 14:04:00] Navid: Who?\r\n')).text).toBe(
      '[17/05/2022, 14:03:05] Golnar: They came.\n\n[17/05/2022, 14:04:00] Navid: Who?\n',
    );
  });

  test('is said by a telephone number, where the sender has no other name', async () => {
    expect((await said('\u202a+98 912 555 0147\u202c: They came.'))?.speaker).toBe('+98 912 555 0147');
    expect((await said('~\u202fGolnar T: They came.'))?.speaker).toBe('Golnar T');
  });

  test.each([
    ['Messages and calls are end-to-end encrypted. No one outside of this chat can read them.', 'notice', null],
    ['Golnar created group "Neighbours: east"', 'notice', null],
    ['Navid left', 'notice', null],
    ['Golnar hat die Gruppe verlassen', 'notice', null],
    ['\u200fGolnar گروه را ترک کرد', 'notice', null],
    ['Golnar: This message was deleted', 'removed', 'Golnar'],
    ['Golnar: تم حذف هذه الرسالة', 'removed', 'Golnar'],
    ['Golnar: <Media omitted>', 'media', 'Golnar'],
    ['Golnar: <Medien ausgeschlossen>', 'media', 'Golnar'],
    ['Golnar: IMG-20220517-WA0001.jpg (file attached)', 'media', 'Golnar'],
    ['Golnar: \u200e<attached: 00000012-PHOTO-2022-05-17-14-03-05.jpg>', 'media', 'Golnar'],
    ['Golnar: She left', 'said', 'Golnar'],
  ])('%s is told as what it is', async (body, sort, speaker) => {
    expect(await said(body)).toMatchObject({ sort, speaker });
  });

  test('a notice that bears a name in brackets is nobody’s words', async () => {
    const text = '[17/05/2022, 14:03:05] Neighbours: \u200eMessages and calls are end-to-end encrypted.\n[17/05/2022, 14:04:05] Golnar: They came.\n';
    expect((await read(text)).utterances).toMatchObject([{ sort: 'notice', speaker: null }, { sort: 'said', speaker: 'Golnar' }]); // prettier-ignore
  });

  test('files are told apart from the words beside them', async () => {
    const before = 'Golnar: IMG-20220517-WA0001.jpg (Datei angehängt)\nThe yard at noon';
    expect([await words(before), await said(before)]).toMatchObject(['The yard at noon', { sort: 'said', attachments: ['IMG-20220517-WA0001.jpg'] }]);
    const behind = 'Golnar: The yard at noon \u200e<angehängt: 00000012-PHOTO-2022-05-17-14-03-05.jpg>';
    expect([await words(behind), await said(behind)]).toMatchObject(['The yard at noon', { attachments: ['00000012-PHOTO-2022-05-17-14-03-05.jpg'] }]);
  });

  test('that it was changed later is told, and is none of its words', async () => {
    const body = 'Golnar: Four came. \u200e<This message was edited>';
    expect([await words(body), (await said(body))?.edited]).toEqual(['Four came.', true]);
  });
});

describe('what only looks like one', () => {
  const letter = 'Dear all,\n\nhere is what was written on that day.\n\n[17/05/2022, 14:03:05] Golnar: They came.\n\n';

  test('a letter that has such a line in it is a text', () => {
    expect(type(letter)).toBe('text/plain');
    expect(type(letter, '_chat.txt')).toBe('text/plain');
    expect(type(letter + 'More of the letter, line by line.\n'.repeat(40))).toBe('text/plain');
  });

  test('what a program logged is a text', () => {
    expect(type('2022-05-17 14:03:05 - INFO: started\n'.repeat(20))).toBe('text/plain');
    expect(type('[2022-05-17 14:03:05] WARN: slow\n[2022-05-17 14:03:06] ERROR: gone\n'.repeat(20))).toBe('text/plain');
  });

  test('a table of times is a text', () => {
    expect(type('17/05/2022, 14:03 - 14:30 first talk\n17/05/2022, 15:00 - 15:30 second talk\n'.repeat(9))).toBe('text/plain');
  });

  test('lines of another form inside a message are its words, and are told of', async () => {
    const chat = '17/05/2022, 14:03 - Golnar: Look what he wrote:\n[16/05/22, 09:00:00] Navid: I did it.\n' + '17/05/2022, 14:04 - Navid: no\n'.repeat(30);
    const { utterances = [], warnings } = await read(chat);
    expect(utterances[1]).toMatchObject({ speaker: 'Navid', sent: '2022-05-17T14:04' });
    expect(warnings).toMatchObject([{ code: 'order-unsure', detail: expect.stringMatching(/^1 lines look like/) }]);
  });

  test('two exports in one file have each its own form', async () => {
    const chat = '17/05/2022, 14:03 - Golnar: one\n'.repeat(5) + '[5/18/22, 2:03:05 PM] Navid: two\n'.repeat(5);
    expect((await told(chat)).map(([speaker, sent]) => `${speaker} ${sent}`)).toEqual([...Array(5).fill('Golnar 2022-05-17T14:03'), ...Array(5).fill('Navid 2022-05-18T14:03:05')]); // prettier-ignore
  });

  test('an export that was cut at its beginning is one, and keeps the words of which nobody is told', async () => {
    const chat = 'what was left of a message\n17/05/2022, 14:03 - Golnar: one\n17/05/2022, 14:04 - Navid: two\n17/05/2022, 14:05 - Golnar: th';
    expect(type(chat)).toBe('text/x-whatsapp');
    const { text, utterances = [] } = await read(chat);
    expect([text.slice(0, 26), utterances.length]).toEqual(['what was left of a message', 3]);
  });

  test('an export that was cut in the middle of a character is read up to there, and says so', async () => {
    const whole = Buffer.from('17/05/2022, 14:03 - Golnar: one\n17/05/2022, 14:04 - Navid: سلام');
    const result = await readWhatsapp(whole.subarray(0, -1));
    expect(result.ok && [result.reading.text.slice(-4), result.reading.warnings]).toMatchObject(['سلا\n', [{ code: 'parts-left-out' }]]);
  });
});
