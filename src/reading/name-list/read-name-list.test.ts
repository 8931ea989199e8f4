// Lists as people have them, and as somebody hostile would make them.
import { describe, expect, it } from 'vitest';
import type { ListColumn, ListEntry } from '../../model/name-list.ts';
import { readNameList } from './read-name-list.ts';

function read(content: string | Uint8Array, said: readonly ListColumn[] = []) {
  const entries: ListEntry[] = [];
  const head = readNameList(typeof content === 'string' ? Buffer.from(content) : content, { mediaType: 'text/plain', reader: 'list@1' }, said, (entry) =>
    entries.push(entry),
  );
  return { entries, head, names: entries.map(({ names }) => names) };
}

describe('a table', () => {
  it('is read by the words of its first row, whatever its delimiter, its byte order mark and its quotes', () => {
    const { entries, head } = read(
      '\ufeffid;Full name;Aliases;Date of birth\r\n7;"Raufian, Mansour";منصور رئوفیان|Mansur Raoufiyan;1961\r\n8;"Homayun ""Homi"" Rastegar";;\r\n',
    );
    expect(head).toMatchObject({ format: 'table', notes: [] });
    expect(entries).toEqual([
      { row: 2, id: '7', kind: null, names: ['Raufian, Mansour', 'منصور رئوفیان', 'Mansur Raoufiyan'], facts: [{ what: 'born', words: '1961' }] },
      { row: 3, id: '8', kind: null, names: ['Homayun "Homi" Rastegar'], facts: [] },
    ]);
  });

  it('makes one name of the given and the family name, and knows headings in Persian', () => {
    expect(read('نام خانوادگی\tنام کوچک\tنام پدر\nرئوفیان\tمنصور\tداوود\n').entries).toMatchObject([
      { names: ['منصور رئوفیان'], facts: [{ what: 'father', words: 'داوود' }] },
    ]);
  });

  it('with headings that nobody knows is refused with the headings, and read by what the person says of them', () => {
    const table = 'who,what\nMansour Raufian,guard\n';
    expect(read(table).head).toMatchObject({ code: 'no-names', reason: expect.stringContaining('“who”, “what”') as unknown });
    expect(read(table, [{ use: 'name', column: 'WHO' }]).names).toEqual([['Mansour Raufian']]);
    expect(read(table, [{ use: 'name', column: '1' }]).names).toEqual([['Mansour Raufian']]);
    expect(read(table, [{ use: 'name', column: 'whom' }]).head).toMatchObject({ code: 'no-names' });
  });

  it('counts rows that are ragged, without a name, or of an id that stood before, and keeps what has a name', () => {
    const { names, head } = read('id,name\n1,Mansour Raufian,governor\n2,\n1,Parviz Tavakoli\n\n3,12345\n');
    expect(names).toEqual([['Mansour Raufian'], ['Parviz Tavakoli']]);
    expect(head).toMatchObject({
      notes: [
        { code: 'ragged', count: 1, rows: [2] },
        { code: 'no-name', count: 2, rows: [3, 6] },
        { code: 'repeated-id', count: 1, rows: [4] },
      ],
    });
  });

  it('has cells that are text and nothing else: a formula is a text, and marks that turn the line round are gone', () => {
    const { names, head } = read('name\n"=HYPERLINK(""http://x.invalid"",""Raufian"")"\n\u202enaifuaR\u2066 ruosnaM\n');
    expect(names).toEqual([['=HYPERLINK("http://x.invalid","Raufian")'], ['naifuaR ruosnaM']]);
    expect(head).toMatchObject({ notes: [{ code: 'hidden-marks', count: 1, rows: [3] }] });
  });

  it('with a quote that is never closed is refused with its line', () => {
    expect(read('id,name\n1,Mansour\n2,"Parviz\n3,Homayun\n').head).toMatchObject({ code: 'damaged', reason: expect.stringContaining('line 3') as unknown });
  });

  it('may be of another encoding, by its bytes', () => {
    expect(read(Buffer.from('\ufeffname\nمنصور رئوفیان\n', 'utf16le')).names).toEqual([['منصور رئوفیان']]);
    expect(read(Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x01, 0x02, 0x00, 0x03])).head).toMatchObject({ code: 'not-text' });
  });

  it('of lines alone is a list of names, one a line', () => {
    expect(read('Mansour Raufian\nمنصور رئوفیان\n').head).toMatchObject({ format: 'names' });
    expect(read('Mansour Raufian\nمنصور رئوفیان\n').names).toEqual([['Mansour Raufian'], ['منصور رئوفیان']]);
    expect(read('').head).toMatchObject({ code: 'empty' });
    expect(read('name\n').head).toMatchObject({ code: 'no-list' });
  });
});

describe('entities of FollowTheMoney', () => {
  it('give names and what tells people apart, and nothing that they are accused of', () => {
    const entity = { id: 'q1', schema: 'Person', properties: { name: ['Mansour Raufian'], alias: ['منصور رئوفیان'], birthDate: ['1961'], topics: ['crime'] } };
    expect(read(JSON.stringify(entity)).entries).toEqual([
      { row: 1, id: 'q1', kind: 'person', names: ['Mansour Raufian', 'منصور رئوفیان'], facts: [{ what: 'born', words: '1961' }] },
    ]);
  });

  it('pass over lines that are broken, too deep or no names, and say how many', () => {
    const deep = `{"schema":${'['.repeat(200_000)}`;
    const strange = '{"schema":"Person","properties":{"name":[1,{"__proto__":"x"},"Parviz Tavakoli"]}}';
    const { names, head } = read(
      ['{"schema":"Address","properties":{"full":["Torvik"]}}', 'not json', deep, strange, '{"schema":"constructor","properties":{}}'].join('\n'),
    );
    expect(names).toEqual([['Parviz Tavakoli']]);
    expect(head).toMatchObject({
      format: 'ftm',
      notes: [
        { code: 'not-named', count: 2, rows: [1, 5] },
        { code: 'broken-line', count: 2, rows: [2, 3] },
      ],
    });
  });
});
