import { expect, test } from 'vitest';
import { planFor, readOriginal } from './read-original.ts';
import type { ReadResult } from './outcome.ts';

const read = (source: string): Promise<ReadResult> => {
  const bytes = Buffer.from(source.replaceAll('\n', '\r\n'), 'utf8');
  return readOriginal(bytes, planFor(bytes, 'x'));
};
const textOf = (result: ReadResult): string => (result.ok ? result.reading.text : `(${result.problem.code})`);

const HEAD = `From: =?utf-8?B?${Buffer.from('مهین تابان').toString('base64')}?= <mahin@dawn.example>
To: "Desk, Ledger" <desk@ledger.example>
Date: Thu, 08 Jul 2021 21:30:00 -0500
Subject: =?utf-8?Q?The_verdict_of_8=C2=A0July?=
MIME-Version: 1.0
`;

test('a mail is the header lines that a reader sees, and its text', async () => {
  const result = await read(`${HEAD}Content-Type: text/plain; charset=windows-1256
Content-Transfer-Encoding: quoted-printable

=D3=E1=C7=E3

The court has decided=2E
`);
  expect(textOf(result)).toBe(`From: مهین تابان <mahin@dawn.example>
To: Desk, Ledger <desk@ledger.example>
Date: Thu, 08 Jul 2021 21:30:00 -0500
Subject: The verdict of 8 July

سلام

The court has decided.`);
  expect(result.ok && result.reading.metadata).toMatchObject({
    title: [{ value: 'The verdict of 8 July', from: 'mail Subject' }],
    author: [{ value: 'مهین تابان', from: 'mail From' }],
    published: [{ value: '2021-07-08', from: 'mail Date' }],
  });
});

test('a mail in html only is read as its text, and what is attached is named', async () => {
  const result = await read(`${HEAD}Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/html; charset=utf-8

<p>Seen</p><script>alert(1)</script><img src="http://tracker.example/x.png">
--B
Content-Type: application/pdf; name="verdict.pdf"
Content-Disposition: attachment; filename="verdict.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--B--
`);
  expect(textOf(result).split('\n').slice(-3)).toEqual(['Attachments: verdict.pdf', '', 'Seen']);
});

test('a mail two hundred parts deep is refused', async () => {
  const parts = Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=B${n}\n\n--B${n}\n`).join('');
  expect(textOf(await read(`${HEAD}${parts}`))).toBe('(too-deep)');
});

test('a mail that is not in the encoding it states is read, with a warning that says where characters are lost', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: text/plain; charset=utf-8\n\n`.replaceAll('\n', '\r\n')),
    Buffer.from([0x61, 0xff, 0xfe, 0x62]),
  ]);
  const result = await readOriginal(bytes, planFor(bytes, 'x'));
  expect(textOf(result)).toMatch(/a\ufffd\ufffdb$/);
  expect(result).toMatchObject({ reading: { warnings: [{ code: 'replaced-characters' }] } });
});

test('a mailbox is opened, not read: each message is a document of its own, with its own date and author', async () => {
  const message = (n: number): string => `From a@dawn.example Thu Jul  8 21:30:00 2021\n${HEAD}Message-ID: <${n}@x>\n\nMessage ${n}.\n\n`;
  expect(textOf(await read(message(1) + message(2)))).toBe('(archive)');
});
