import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../base/fold.ts';
import { MARK, redact } from './redact-text.ts';

const bare = (text: string) => ({ text, pages: [], kept: [] });
const body = (file: string): string => file.split('\n\n').slice(1).join('\n\n').trim();

describe('a redacted copy', () => {
  it('has one mark of one length for each passage, and keeps all else', () => {
    const { file, passages } = redact(
      bare('Guards beat MINA Farhadi.\n\nMina\nFar-\nhadi was freed with Omid Rad.'),
      { spans: [], words: ['Mina Farhadi', 'Omid'] },
      'text',
    );
    expect(body(file)).toBe(`Guards beat ${MARK}.\n\n${MARK} was freed with ${MARK} Rad.`);
    expect(passages).toBe(3);
  });

  it('takes out Arabic and Persian forms, marks and joined particles with the word', () => {
    const text = 'قالت مِينا إنها. به‌گفتهٔ رضائي، والرستکار و رستگاري‌ها آنجا بودند.';
    expect(body(redact(bare(text), { spans: [], words: ['مینا', 'رضایی', 'الرستكار', 'رستگاری'] }, 'text').file)).toBe(
      `قالت ${MARK} إنها. به‌گفتهٔ ${MARK}، ${MARK} و ${MARK}‌ها آنجا بودند.`,
    );
  });

  it('takes a passage out of every place where its words stand, over the edge of a page too', () => {
    const text = 'He said: they beat me. Later: they beat me.';
    const pages = [
      { label: 'i', start: 0, end: 14 },
      { label: 'ii', start: 14, end: text.length },
    ];
    const { file, passages } = redact({ text, pages, kept: [] }, { spans: [{ start: 9, end: 21 }], words: [] }, 'html');
    expect(file.match(/<section>[^]*?<\/section>/g)).toEqual([
      `<section>\n<h2 dir="auto">i</h2>\n<p dir="auto">He said: ${MARK}</p>\n</section>`,
      `<section>\n<h2 dir="auto">ii</h2>\n<p dir="auto">${MARK}. Later: ${MARK}.</p>\n</section>`,
    ]);
    expect(passages).toBe(2);
  });

  it('says of the document what was asked for, without what was taken out, and never as markup', () => {
    const kept = [{ field: 'title', value: 'The case of Mina <b>Farhadi</b>' }] as const;
    const { file } = redact({ text: 'Mina Farhadi & others', pages: [], kept }, { spans: [], words: ['Mina'] }, 'html');
    expect(file).toContain(`<h1 dir="auto">The case of ${MARK} &lt;b&gt;Farhadi&lt;/b&gt;</h1>`);
    expect(file).toContain(`<p dir="auto">${MARK} Farhadi &amp; others</p>`);
  });

  it.each([
    ['inside of another word', 'Rastegar and Rastegarpour'],
    ['spaced out', 'Rastegar, and again: R a s t e g a r'],
    ['across what was taken out', 'Rastegar; Rast Rastegar egar'],
  ])('is not made where something is left %s', (_, text) => {
    expect(() => redact(bare(text), { spans: [], words: ['Rastegar'] }, 'text')).toThrowError(expect.objectContaining({ code: 'conflict' }));
  });

  it('is not made where the words do not stand in the text: they may be spelled another way there', () => {
    expect(() => redact(bare('Rastgar'), { spans: [], words: ['Rastegar'] }, 'text')).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('never holds the words, however the text writes them, or is not made', () => {
    const name = fc.constantFrom('mina farhadi', 'رضا کریمی', 'рада иванова');
    const form = fc.constantFrom(
      (each: string) => each,
      (each: string) => each.toUpperCase(),
      (each: string) => each.replace(' ', '\n'),
      (each: string) => each.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
      (each: string) => `${each.slice(0, 7)}-\n${each.slice(7)}`,
      (each: string) => Array.from(each).join('\u0301'),
      (each: string) => Array.from(each).join(' '),
      (each: string) => `${each}ova`,
    );
    const around = fc.string({ unit: fc.constantFrom('a', 'ی', ' ', '\n', '.', '-', '[', '😀'), maxLength: 6 });
    fc.assert(
      fc.property(name, fc.array(fc.tuple(around, form), { maxLength: 5 }), fc.constantFrom('text' as const, 'html' as const), (words, written, format) => {
        const text = `${words}. ${written.map(([before, as]) => `${before} ${as(words)} `).join('')}`;
        try {
          const { file } = redact(bare(text), { spans: [], words: [words] }, format);
          expect(foldedWords(file).join('')).not.toContain(foldedWords(words).join(''));
        } catch (fault) {
          expect(fault).toMatchObject({ code: 'conflict' });
        }
      }),
    );
  });
});
