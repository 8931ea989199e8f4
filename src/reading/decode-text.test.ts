import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replace(/\s/g, ''), 'hex');

/** One-byte encodings, made from the decoder's own table: the platform can decode them but not encode. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

const textOf = (data: Uint8Array, stated?: string): string | null => {
  const decoded = decodeText(data, stated);
  return decoded.ok ? `${decoded.encoding}: ${decoded.text}` : null;
};

test('UTF-8 is read with and without a byte order mark, and the mark is no text', () => {
  expect(textOf(bytes('efbbbf 6f6b c3a9'))).toBe('utf-8: oké');
  expect(textOf(bytes('6f6b c3a9'))).toBe('utf-8: oké');
});

test('UTF-16 is read in both orders, with and without a mark, in Latin and in Arabic script', () => {
  const persian = 'دادگاه نورشهر حکم را تأیید کرد و متهم به زندان بازگشت.';
  const little = Buffer.from(persian, 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(textOf(Buffer.concat([bytes('fffe'), little]))).toBe(`utf-16le: ${persian}`);
  expect(textOf(Buffer.concat([bytes('feff'), big]))).toBe(`utf-16be: ${persian}`);
  expect(textOf(little)).toBe(`utf-16le: ${persian}`);
  expect(textOf(big)).toBe(`utf-16be: ${persian}`);
  expect(textOf(Buffer.from('plain words', 'utf16le'))).toBe('utf-16le: plain words');
});

test.each([
  ['windows-1252', 'Le tribunal a condamné l’accusé à perpétuité : « c’était prouvé », a déclaré la présidente.'],
  ['windows-1252', 'Åtalet väcktes i går; rätten dömde mannen till fängelse på livstid.'],
  ['windows-1251', 'Суд приговорил обвиняемого к пожизненному заключению и отклонил жалобу.'],
  ['koi8-r', 'Суд приговорил обвиняемого к пожизненному заключению и отклонил жалобу.'],
  ['windows-1256', 'حكمت المحكمة على المتهم بالسجن المؤبد بعد محاكمة استمرت تسعة أشهر.'],
  ['windows-1256', 'دادگاه پژوهشگر را به چهار سال زندان محکوم کرد و گفت که چاره‌ای نبود.'.replaceAll('ی', 'ي')],
  ['windows-1250', 'Soud odsoudil obžalovaného k doživotnímu trestu; řekl, že důkazy byly přesvědčivé.'],
  ['windows-1253', 'Το δικαστήριο καταδίκασε τον κατηγορούμενο σε ισόβια κάθειρξη.'],
])('text in %s is told by its letters: %s', (encoding, text) => {
  expect(textOf(encode(text, encoding))).toBe(`${encoding}: ${text}`);
});

test('an encoding that is stated is believed where the bytes are valid in it, and not where they are not', () => {
  expect(textOf(encode('über', 'windows-1252'), 'iso-8859-1')).toBe('windows-1252: über');
  expect(textOf(Buffer.from('سلام دنیا'), 'windows-1252')).toBe('utf-8: سلام دنیا');
  expect(textOf(encode('Der Prozeß über die Tötung begann gestern', 'windows-1252'), 'utf-8')).toBe('windows-1252: Der Prozeß über die Tötung begann gestern');
});

test('damaged UTF-8 is refused with the number of places, and no character is invented', () => {
  const whole = Buffer.from('دادگاه نورشهر حکم را تأیید کرد.');
  const cut = decodeText(whole.subarray(0, 41));
  expect(cut).toMatchObject({ ok: false, code: 'undecodable', detail: 'It is UTF-8, but in 1 place the bytes stand for no character.' });
});

test.each([
  ['zero bytes', bytes('00010203 000000ff 61')],
  ['control characters', bytes('61010262030461')],
  ['half a surrogate pair in UTF-16', bytes('fffe 3dd8 6100')],
])('%s are not text', (_, data) => {
  expect(decodeText(data).ok).toBe(false);
});

test('mojibake is left as it is', () => {
  expect(textOf(Buffer.from('l’accusÃ©'))).toBe('utf-8: l’accusÃ©');
});
