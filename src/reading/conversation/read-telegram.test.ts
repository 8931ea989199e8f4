import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CodePoints } from '../../base/span.ts';
import { partsOf } from './parts.test-data.ts';
import { mediaTypeOf } from '../media-type.ts';
import type { ReadResult } from '../outcome.ts';
import { planFor, readOriginal } from '../read-original.ts';

const CHAT = {
  name: 'Neighbours, east',
  type: 'private_group',
  id: 4111,
  messages: [
    { id: 1, type: 'service', date: '2022-08-10T13:59:00', date_unixtime: '1660123740', actor: 'Golnar Teherani', actor_id: 'user1', action: 'create_group', title: 'Neighbours, east', members: ['Navid Golzari'], text: '' },
    { id: 2, type: 'message', date: '2022-08-10T14:03:05', date_unixtime: '1660123985', from: 'Golnar Teherani', from_id: 'user1', text: ['They took ', { type: 'bold', text: 'him' }, ' away.'] },
    { id: 3, type: 'message', date: '2022-08-10T14:04:00', date_unixtime: '1660124040', from: 'Navid Golzari', from_id: 'user2', reply_to_message_id: 2, photo: 'photos/photo_1@10-08-2022.jpg', text: 'This is the car 🚗' },
    { id: 4, type: 'message', date: '2022-08-10T14:05:00', date_unixtime: '1660124100', edited: '2022-08-10T14:06:00', from: 'Navid Golzari', from_id: 'user2', forwarded_from: 'Sepid Radio', text: 'Three men were arrested.' },
    { id: 5, type: 'message', date: '2022-08-10T14:07:00', date_unixtime: '1660124220', from: null, from_id: 'user9', file: '(File not included. Change data exporting settings to download.)', media_type: 'voice_message', text: '' },
  ],
}; // prettier-ignore
const JSON_BYTES = Buffer.from(JSON.stringify(CHAT, null, 1));

const read = async (bytes: Uint8Array, name = 'result.json'): Promise<ReadResult> => readOriginal(bytes, planFor(bytes, name));

async function reading(bytes: Uint8Array, name?: string) {
  const result = await read(bytes, name);
  if (!result.ok) throw new Error(result.problem.reason);
  const { text, utterances = [], warnings, metadata } = result.reading;
  const points = new CodePoints(text);
  return { text, utterances, warnings, metadata, words: utterances.map((each) => points.slice(each)) };
}

describe('a chat as JSON', () => {
  test('is told by what is in it, whatever its name', () => {
    expect(mediaTypeOf(JSON_BYTES, 'x.txt')).toBe('application/x-telegram+json');
    expect(mediaTypeOf(Buffer.from('{"type": "private_group", "letters": []}'), 'result.json')).toBe('application/json');
  });

  test('has each message with its words, sender and instant', async () => {
    const { text, utterances, words, metadata } = await reading(JSON_BYTES);
    expect(words).toEqual([
      'Golnar Teherani create_group: Neighbours, east: Navid Golzari',
      'They took him away.',
      'This is the car 🚗',
      'Three men were arrested.',
      '<file: (File not included. Change data exporting settings to download.)>',
    ]);
    expect(utterances.map(({ sort, speaker, sent }) => [sort, speaker, sent])).toEqual([
      ['notice', null, '2022-08-10T13:59:00+04:30'],
      ['said', 'Golnar Teherani', '2022-08-10T14:03:05+04:30'],
      ['said', 'Navid Golzari', '2022-08-10T14:04:00+04:30'],
      ['said', 'Navid Golzari', '2022-08-10T14:05:00+04:30'],
      ['media', 'user9', '2022-08-10T14:07:00+04:30'],
    ]);
    expect(utterances[2]).toMatchObject({ answers: 1, attachments: ['photos/photo_1@10-08-2022.jpg'] });
    expect(utterances[3]).toMatchObject({ forwardedFrom: 'Sepid Radio', edited: true });
    expect(text).toContain('[2022-08-10T14:05:00] Navid Golzari (forwarded from Sepid Radio): Three men were arrested.\n');
    expect(metadata.title?.[0]?.value).toBe('Neighbours, east');
  });

  test('that was cut says so, and keeps the messages that are whole', async () => {
    const cut = JSON_BYTES.subarray(0, JSON_BYTES.indexOf('Sepid Radio'));
    const { utterances, warnings } = await reading(cut);
    expect([utterances.length, warnings]).toMatchObject([3, [{ code: 'parts-left-out', detail: expect.stringMatching(/after 3 messages/) }]]);
  });

  test('passes over what is no message, and says so', async () => {
    const odd = JSON.stringify({ ...CHAT, messages: [1, null, { type: 'message', text: { a: 1 }, date: '2022-13-45T99:00:00' }, ...CHAT.messages] });
    const { utterances, warnings } = await reading(Buffer.from(odd));
    expect([utterances.length, utterances[0]?.sent, warnings]).toMatchObject([6, null, [{ code: 'parts-left-out', detail: expect.stringMatching(/^2 of/) }]]);
  });

  test('of an account is an archive of chats, each in its own bytes', async () => {
    const other = JSON.stringify({ ...CHAT, name: 'Sepid ] Radio', id: 5 });
    const account = Buffer.from(`{ "about": "Here is the data you requested.", "chats": { "about": "a", "list": [ ${JSON_BYTES.toString()}, ${other} ] } }`);
    expect(mediaTypeOf(account, 'result.json')).toBe('application/x-telegram-account+json');
    expect(await read(account)).toMatchObject({ ok: false, problem: { code: 'archive' } });
    expect((await partsOf(account, 'application/x-telegram-account+json')).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['Neighbours, east 4111.json', JSON_BYTES.toString()],
      ['Sepid ] Radio 5.json', other],
    ]);
  });
});

const page = (...messages: readonly string[]): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Neighbours, east</div></div></div><div class="page_body chat_page"><div class="history">${messages.join('\n')}</div></div></div></body></html>`;

const FIRST = `<div class="message service" id="message-1"><div class="body details">10 August 2022</div></div>
<div class="message default clearfix" id="message2"><div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">G</div></div></div><div class="body">
 <div class="pull_right date details" title="10.08.2022 14:03:05 UTC+04:30">14:03</div><div class="from_name">
Golnar Teherani </div><div class="text">
They took <strong>him</strong> away.<br>Three &amp; more. </div></div></div>`;
const JOINED = `<div class="message default clearfix joined" id="message3"><div class="body"><div class="pull_right date details" title="10.08.2022 14:04:00 UTC+04:30">14:04</div><div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1%40a.jpg"><img class="photo" src="photos/photo_1_thumb.jpg"/></a></div></div></div>`;
const SECOND = `<div class="message default clearfix" id="message4"><div class="body"><div class="pull_right date details" title="10.08.2022 14:05:00">14:05</div><div class="from_name">Navid Golzari <span class="details"> via @somebot</span></div><div class="reply_to details">In reply to <a href="messages.html#go_to_message2">this message</a></div><div class="forwarded body"><div class="from_name">Sepid Radio <span class="date details" title="09.08.2022 10:00:00"> 09.08.2022 10:00:00</span></div><div class="text">Three men were arrested.</div></div></div></div>`;

describe('a chat as pages', () => {
  test('has each message with its words, sender and time', async () => {
    const { utterances, words, metadata } = await reading(Buffer.from(page(FIRST, JOINED)), 'messages.html');
    expect(words).toEqual(['They took him away.\nThree & more.', '<photos/photo_1@a.jpg>']);
    expect(utterances.map(({ speaker, sent, sort }) => [speaker, sent, sort])).toEqual([
      ['Golnar Teherani', '2022-08-10T14:03:05+04:30', 'said'],
      ['Golnar Teherani', '2022-08-10T14:04:00+04:30', 'media'],
    ]);
    expect(metadata.title?.[0]?.value).toBe('Neighbours, east');
  });

  test('in a zip file are one conversation, in the order of their numbers', async () => {
    const pages = { 'messages10.html': page(JOINED), 'messages.html': page(FIRST), 'messages2.html': page(SECOND) };
    const files = { ...pages, 'css/style.css': 'a {}', 'photos/photo_1@a.jpg': 'picture' };
    const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [`ChatExport/${name}`, strToU8(text)])));
    const { utterances, words } = await reading(zip, 'ChatExport.zip');
    expect(words).toEqual(['They took him away.\nThree & more.', 'Three men were arrested.', '<photos/photo_1@a.jpg>']);
    expect(utterances[1]).toMatchObject({ speaker: 'Navid Golzari', forwardedFrom: 'Sepid Radio', answers: 0, sent: '2022-08-10T14:05:00' });
    expect((await partsOf(zip, mediaTypeOf(zip, 'a.zip'))).map(({ name }) => name)).toEqual(['ChatExport/photos/photo_1@a.jpg']);
  });

  test('that were cut say so', async () => {
    const cut = page(FIRST, JOINED).slice(0, -60);
    expect((await reading(Buffer.from(cut), 'messages.html')).warnings).toMatchObject([{ code: 'parts-left-out' }]);
  });

  test('hold no markup of what somebody wrote', async () => {
    const hostile = page(FIRST.replace('Three &amp; more.', '&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script>'));
    expect((await reading(Buffer.from(hostile), 'messages.html')).words[0]).toBe('They took him away.\n<script>alert(1)</script>');
  });
});

test('a zip file of WhatsApp is told by the text in it, and opened like any other', async () => {
  const chat = '[17/05/2022, 14:03:05] Golnar: \u200e<attached: 1-PHOTO.jpg>\n[17/05/2022, 14:04:05] Navid: yes\n';
  const zip = zipSync({ '_chat.txt': strToU8(chat), '1-PHOTO.jpg': strToU8('picture') });
  expect(mediaTypeOf(zip, 'a.zip')).toBe('application/x-whatsapp+zip');
  expect(await read(zip, 'a.zip')).toMatchObject({ ok: false, problem: { code: 'archive' } });
  expect((await partsOf(zip, 'application/x-whatsapp+zip')).map(({ name }) => name)).toEqual(['_chat.txt', '1-PHOTO.jpg']);
  expect(mediaTypeOf(zipSync({ '_chat.txt': strToU8('Dear all,\n\nno chat at all.\n') }), 'a.zip')).toBe('application/zip');
});
