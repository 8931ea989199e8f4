// Lists that people keep in a spreadsheet, made here part by part as ECMA-376 has them.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../model/name-list.ts';
import { readNameList } from './read-name-list.ts';
import { SPREADSHEET } from './sheet-rows.ts';

const STYLES =
  '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
const WORDS = ['Full name', 'Date of birth', 'Mansour Raufian', 'منصور رئوفیان', 'Aliases'];

/** Sheets by their rows, each as XML; `hidden` are the numbers of those that are. */
function book(sheets: readonly string[], { hidden = [], workbook = '' }: { readonly hidden?: readonly number[]; readonly workbook?: string } = {}) {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets>${sheets.map((_, n) => `<sheet name="S${n}" sheetId="${n + 1}" ${hidden.includes(n) ? 'state="hidden"' : ''} r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${WORDS.map((words) => `<si><r><t>${words.slice(0, 3)}</t></r><r><t>${words.slice(3)}</t></r><rPh sb="0" eb="1"><t>sound</t></rPh></si>`).join('')}</sst>`,
    'xl/styles.xml': STYLES,
  };
  for (const [n, rows] of sheets.entries()) parts[`xl/worksheets/sheet${n}.xml`] = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

function read(bytes: Uint8Array) {
  const entries: ListEntry[] = [];
  return { head: readNameList(bytes, { mediaType: SPREADSHEET, reader: 'list@1' }, [], (entry) => entries.push(entry)), entries };
}

const HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>4</v></c><c r="C1" t="s"><v>1</v></c></row>';

describe('a spreadsheet', () => {
  it('is a table: words that cells share, days as dates, and empty cells that the file leaves out', () => {
    const rows = `${HEAD}<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" s="1"><v>22373</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>Nasrin Kiani</t></is></c><c r="B5" t="s"><v>3</v></c><c r="C5" s="2"><v>25569.5</v></c></row>`;
    const { head, entries } = read(book([rows]));
    expect(head).toMatchObject({ format: 'table', notes: [] });
    expect(entries).toEqual([
      { row: 4, id: null, kind: null, names: ['Mansour Raufian'], facts: [{ what: 'born', words: '1961-04-02' }] },
      { row: 5, id: null, kind: null, names: ['Nasrin Kiani', 'منصور رئوفیان'], facts: [{ what: 'born', words: '1970-01-01' }] },
    ]);
  });

  it('counts its days from 1904 where it says so, and takes a number that is no day for itself', () => {
    const row = '<row r="2"><c t="s"><v>2</v></c><c/><c s="1"><v>20911</v></c></row><row><c t="s"><v>3</v></c><c/><c><v>1961</v></c></row>';
    const { entries } = read(book([HEAD + row], { workbook: '<workbookPr date1904="1"/>' }));
    expect(entries.map(({ row: line, facts }) => [line, facts[0]?.words])).toEqual([
      [2, '1961-04-02'],
      [3, '1961'],
    ]);
  });

  it('is read by its first sheet that is not hidden and holds anything, and says how many it left', () => {
    const named = (name: string): string => `${HEAD}<row><c t="str"><v>${name}</v></c></row>`;
    const { head, entries } = read(book([named('Hidden'), '', named('Nasrin Kiani'), named('Taj Collinwick')], { hidden: [0] }));
    expect(entries.map(({ names }) => names)).toEqual([['Nasrin Kiani']]);
    expect(head).toMatchObject({ notes: [{ code: 'other-sheets', count: 1 }] });
  });

  it('may hold one column of names alone, and never what a formula failed with', () => {
    const { entries } = read(
      book(['<row><c t="str"><v>Nasrin Kiani</v></c></row><row><c t="e"><v>#REF!</v></c></row><row><c t="str"><v>Taj Collinwick</v></c></row>']),
    );
    expect(entries.map(({ names }) => names)).toEqual([['Nasrin Kiani'], ['Taj Collinwick']]);
  });

  it('that is damaged, declares a document type or holds nothing is refused, and says why', () => {
    expect(read(book(['<row><c>'])).head).toMatchObject({ code: 'damaged' });
    expect(read(book(['<!DOCTYPE x>'])).head).toMatchObject({ code: 'damaged' });
    expect(read(book([''])).head).toMatchObject({ code: 'no-names' });
    expect(read(strToU8('PK no archive')).head).toMatchObject({ code: 'damaged' });
  });
});
