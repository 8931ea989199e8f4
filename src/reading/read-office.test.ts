import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readOriginal, planFor } from './read-original.ts';
import type { ReadResult } from './outcome.ts';

const folder = new URL('../../fixtures/reading/', import.meta.url);
const read = (bytes: Uint8Array, name: string): Promise<ReadResult> => readOriginal(bytes, planFor(bytes, name));
const textOf = (result: ReadResult): string => (result.ok ? result.reading.text : `(${result.problem.code})`);

// Written by LibreOffice; see fixtures/reading/README.md.
test.each(['docx', 'odt', 'rtf'])('letter.%s is read letter for letter: headings, lists, tables, Persian', async (ending) => {
  const result = await read(await readFile(new URL(`letter.${ending}`, folder)), 'letter');
  expect(textOf(result)).toBe((await readFile(new URL('letter.txt', folder), 'utf8')).trim());
  const { title, author, published } = result.ok ? result.reading.metadata : {};
  expect([title, author].map((found) => found?.[0]?.value)).toEqual(['Life sentence upheld', 'Ada Wren']);
  expect(published).toEqual([{ value: '2022-12-17', from: 'date on line 3' }]);
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, before = '', more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    ...more,
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`),
  }); // prettier-ignore
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test('of tracked changes a Word file gives what was put in, not what was taken out', async () => {
  const body = `<w:p>${run('The court ')}<w:del><w:r><w:delText>doubted</w:delText></w:r></w:del><w:ins>${run('found')}</w:ins>${run(' that.')}</w:p>`;
  expect(textOf(await read(docx(body), 'x.docx'))).toBe('The court found that.');
});

const cell = (...paragraphs: readonly string[]): string =>
  `<w:tc><w:tcPr><w:tcW/></w:tcPr>${paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const LONG = 'He was taken from the house before dawn by four men whose faces were covered. '.repeat(3).trim();

test.each([
  ['a table is lines, an empty cell keeps its place', `<w:tbl>${row(cell('Name'), cell('Age'))}${row(cell(''), cell('19', 'or 20'))}</w:tbl><w:p>${run('After.')}</w:p>`, 'Name\tAge\n\t19 or 20\n\nAfter.'],
  ['a table that only lays out a page stays paragraphs', `<w:tbl>${row(cell('Ref. 12'), cell(LONG, LONG))}</w:tbl>`, `Ref. 12\n\n${LONG}\n\n${LONG}`],
  ['tabs and breaks are of the text, the stops of a ruler are not', `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`, 'a\tb\nc'],
  ['hidden words are left out', `<w:p>${run('Seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r></w:p>`, 'Seen!'],
  ['a paragraph whose end was taken out goes on in the next', `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('The court ')}</w:p><w:p>${run('found.')}</w:p>`, 'The court found.'],
  ['a text box is read once', `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('Box.')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('Box.')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('Around.')}</w:p>`, 'Box.\n\nAround.'],
  ['what links, fields and marked places show is read, what they are made of is not', `<w:p><w:hyperlink>${run('a link')}</w:hyperlink><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>${run(', a date')}</w:sdtContent></w:sdt></w:p>`, 'a link, a date'],
])('Word: %s', async (_, body, text) => {
  expect(textOf(await read(docx(body), 'x.docx'))).toBe(text);
}); // prettier-ignore

test('a note of a Word file stands in brackets where its mark is', async () => {
  const notes = strToU8(`<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('Exhibit 4.')}</w:p></w:footnote></w:footnotes>`);
  const body = `<w:p>${run('He signed')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' it.')}</w:p>`;
  expect(textOf(await read(docx(body, '', { 'word/footnotes.xml': notes }), 'x.docx'))).toBe('He signed [Exhibit 4.] it.');
});

test('a Word file of a program that calls the elements otherwise is read all the same', async () => {
  const words = strToU8(
    '<n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body><n:p><n:r><n:t>Words.</n:t></n:r></n:p></n:body></n:document>',
  );
  expect(textOf(await read(zipSync({ 'word/document2.xml': words }), 'x.docx'))).toBe('Words.');
});

test('that comments, and words which were taken out, are not in the text is said', async () => {
  const deleted = `<w:p>${run('The court ')}<w:del><w:r><w:delText>doubted</w:delText></w:r></w:del>${run('found.')}</w:p>`;
  const comments = strToU8(`<w:comments ${W}><w:comment w:id="0"><w:p>${run('Really?')}</w:p></w:comment></w:comments>`);
  const word = await read(docx(deleted, '', { 'word/comments.xml': comments }), 'x.docx');
  const open = await read(odt('<text:p>The court<office:annotation><text:p>x</text:p></office:annotation><office:annotation/> found.</text:p>'), 'x.odt');
  expect([word, open].map((result) => result.ok && [result.reading.text, ...result.reading.warnings.map(({ detail }) => detail)])).toEqual([
    ['The court found.', 'Not in the text here, but in the file: a comment and words that its writers took out again (tracked changes).'],
    ['The court found.', 'Not in the text here, but in the file: 2 comments.'],
  ]);
});

test('markup in the words of a Word file stays words', async () => {
  expect(textOf(await read(docx(`<w:p>${run('&lt;script&gt;alert(1)&lt;/script&gt;')}</w:p>`), 'x.docx'))).toBe('<script>alert(1)</script>');
});

test('an entity bomb in a Word file is refused before anything unfolds it', async () => {
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  expect(textOf(await read(docx('<w:p/>', `<!DOCTYPE d [<!ENTITY l0 "lol">${lol}]>`), 'x.docx'))).toBe('(unsafe-archive)');
});

const odt = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...more,
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });

test('of an OpenDocument text, spaces, notes, frames and tables in tables come in reading order; comments and deletions do not', async () => {
  const body = `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
    <text:h>Title</text:h><text:p>One<text:s text:c="2"/>two<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> three<office:annotation><text:p>comment</text:p></office:annotation>.</text:p>
    <table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell><table:table-cell><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>`;
  expect(textOf(await read(odt(body), 'x.odt'))).toBe('Title\n\nOne  two [A note.] three.\n\na b\tc');
});

test('a locked OpenDocument file is a finding', async () => {
  const locked = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    'content.xml': strToU8('\u0001\u0002'),
  });
  expect(textOf(await read(locked, 'x.odt'))).toBe('(encrypted)');
});

test.each([
  [
    'code pages by font',
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}{\f2\fcharset204 C;}}\f0 caf\'e9 \f1 \'d3\'e1\'c7\'e3 \f2 \'d1\'f3\'e4}`,
    'café سلام Суд',
  ],
  ['Unicode with what other programs show instead', String.raw`{\rtf1\ansi\uc1\u1587?\u1604?\u1575?\u1605? \uc2\u8212xx!}`, 'سلام —!'],
  ['characters above the basic plane', String.raw`{\rtf1\u-10179?\u-8694?}`, '\u{1f60a}'],
  [
    'pictures, fields and hidden text',
    String.raw`{\rtf1 a{\pict ffd8}{\field{\*\fldinst HYPERLINK "http://x.invalid"}{\fldrslt b}}{\v hidden}{\*\unknown c}\bin3 }}}d\par e}`,
    'abd\n\ne',
  ],
  ['a table', String.raw`{\rtf1 x\par\trowd\intbl a\cell b\cell\row\trowd\intbl c\cell d\cell\row\pard y\par}`, 'x\n\na\tb\nc\td\n\ny'],
])('rich text: %s', async (_, source, text) => {
  expect(textOf(await read(Buffer.from(source, 'latin1'), 'x.rtf'))).toBe(text);
});

test.each([
  ['groups without end', `{\\rtf1 ${'{'.repeat(100_000)}`],
  ['groups that were never opened', '{\\rtf1 a}}}}'],
  ['a file cut short', '{\\rtf1 {\\b text'],
])('rich text with %s is damaged', async (_, source) => {
  expect(textOf(await read(Buffer.from(source), 'x.rtf'))).toBe('(damaged)');
});

const SAVED = '<dc:title>Report</dc:title><dcterms:created>2009-01-02T08:00:00Z</dcterms:created>';
test.each([
  ['a Word file', docx(`<w:p>${run('He was taken away on Tuesday.')}</w:p>`, '', { 'docProps/core.xml': strToU8(`<cp:coreProperties>${SAVED}<dcterms:modified>2015-03-04T09:00:00Z</dcterms:modified></cp:coreProperties>`) }), 'docProps/core.xml'],
  ['an OpenDocument text', odt('<text:p>He was taken away on Tuesday.</text:p>', { 'meta.xml': strToU8('<office:document-meta><office:meta><dc:title>Report</dc:title><meta:creation-date>2009-01-02T08:00:00</meta:creation-date><dc:date>2015-03-04T09:00:00</dc:date></office:meta></office:document-meta>') }), 'meta.xml'],
])('the day on which %s was last saved is kept as that, and when it was published stays unknown', async (_, bytes, from) => {
  const result = await read(bytes, 'letter');
  const { saved, published } = result.ok ? result.reading.metadata : {};
  expect({ saved, published }).toEqual({ saved: [{ value: '2015-03-04', from: `${from} date of saving` }], published: undefined });
}); // prettier-ignore
