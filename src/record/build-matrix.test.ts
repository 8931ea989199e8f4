import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import type { MatrixRow } from '../model/matrix.ts';
import { buildMatrix, gapsOf, hasProceeding } from './build-matrix.ts';
import { NOT_JUDGED, proposeEvents } from './propose-events.ts';
import { on, told } from './told.test-data.ts';

const rowsOf = (claims: readonly ClaimRow[]): readonly MatrixRow[] => buildMatrix(proposeEvents(claims), claims, '2026-11-21', NOT_JUDGED).rows;
const only = (rows: readonly MatrixRow[]): MatrixRow => {
  expect(rows).toHaveLength(1);
  return rows[0] as MatrixRow;
};
const quote = (exact: string, start = 0) => ({ exact, start, end: start + Array.from(exact).length });

const massacre = told('massacre', { kind: 'massacre', quote: quote('the 1987 massacre'), time: on('1987') });

describe('a row of the matrix', () => {
  it('shows a letter that is said to be about the harm, and no proceeding by that', () => {
    const letter = told('letter', { kind: 'letter', roles: { about: ['victims of the 1987 massacre'] }, time: on('2019-10-09') });
    const row = only(rowsOf([massacre, letter]));
    expect(row.cells['acknowledged']?.map(({ claim }) => claim.id)).toEqual(['letter']);
    expect(hasProceeding(row)).toBe(false);
  });

  it('shows what is said in the same document to be about harms of its kind, where both can be of one time', () => {
    const told1987 = { ...massacre, document: 'd_1' };
    const resolution = (id: string, document: string, edtf: string) =>
      told(id, { kind: 'resolution', document, roles: { about: ['killings'] }, time: on(edtf), quote: quote(id, 900) });
    const row = only(rowsOf([told1987, resolution('same', 'd_1', '1987-12'), resolution('later', 'd_1', '2012'), resolution('elsewhere', 'd_2', '1987-12')]));
    expect(Object.values(row.cells).flatMap((marks) => marks.map(({ claim }) => claim.id))).toEqual(['same']);
  });

  it('shows what people say that the harm led to, with their reason', () => {
    const resolution = told('resolution', { kind: 'resolution', roles: { about: ['the events at the prison'] }, time: on('1987-12') });
    const side = (id: string) => ({ id, document: `d_${id}`, label: id });
    const link = { link: 'led to' as const, left: side('massacre'), right: side('resolution'), reason: 'its preamble names the prison', by: 'Mina Farhadi' };
    const claims = [massacre, resolution];
    const row = only(buildMatrix(proposeEvents(claims), claims, '2026-11-21', { ...NOT_JUDGED, links: [link] }).rows);
    expect(Object.values(row.cells).flat()[0]).toMatchObject({ claim: { id: 'resolution' }, why: expect.stringContaining('its preamble names the prison') });
  });

  it('shows the arrest of somebody whom a claim names as an actor of the harm', () => {
    const named = told('named', { kind: 'massacre', roles: { actor: ['Kamran Sohrabzadeh'] }, time: on('1987') });
    const arrest = told('arrest', { kind: 'arrest', roles: { target: ['Sohrabzadeh'] }, time: on('2018-11-14') });
    const row = only(rowsOf([named, arrest]));
    expect(row.cells['arrest']?.[0]?.why).toContain('named as an actor');
    expect(hasProceeding(row)).toBe(true);
  });

  it('keeps what is said not to have been done apart from a blank, and out of the proceedings', () => {
    const square = told('square', { kind: 'killing', document: 'd_1', quote: quote('31 marchers were shot at Bagh-e Kaj square'), time: on('2022-09-16') });
    const none = told('none', { kind: 'inaction', roles: { actor: ['Interior Ministry'], about: ['2022 killing'] } });
    const never = told('never', { kind: 'charge', modality: 'denied', document: 'd_1', quote: quote('Bagh-e Kaj square, for which nobody was charged', 28) });
    const row = only(rowsOf([square, none, never]));
    expect(row.inaction.map(({ claim }) => claim.id)).toEqual(['none', 'never']);
    expect(row.cells).toEqual({});
    expect(hasProceeding(row)).toBe(false);
  });

  it('shows a denial where the allegation is', () => {
    const denial = told('denial', { kind: 'execution', modality: 'denied', time: on('1987'), saidBy: ['Foreign Ministry'] });
    expect(only(rowsOf([massacre, denial])).denials.map(({ claim }) => claim.id)).toEqual(['denial']);
  });

  it('does not take for an answer what was done before the harm began', () => {
    const plot = told('plot', { kind: 'plot', roles: { actor: ['Asadollah Moradkhani'] }, time: on('2017-06-27') });
    const earlier = told('earlier', { kind: 'arrest', roles: { target: ['Moradkhani'] }, time: on('2016') });
    const later = told('later', { kind: 'arrest', roles: { target: ['Moradkhani'] }, time: on('2017-06-29') });
    expect(only(rowsOf([plot, earlier, later])).cells['arrest']?.map(({ claim }) => claim.id)).toEqual(['later']);
  });

  it('keeps dated answers to a harm without a date, and puts such harms last', () => {
    const plot = told('plot', { kind: 'plot', roles: { actor: ['Asadollah Moradkhani'] } });
    const arrest = told('arrest', { kind: 'arrest', roles: { target: ['Moradkhani'] }, time: on('2017-06-29') });
    const rows = rowsOf([plot, arrest, told('undated', { kind: 'torture' }), massacre]);
    expect(rows.map(({ harm }) => harm.claims[0]?.id)).toEqual(['massacre', 'plot', 'undated']);
    expect(rows[1]?.cells['arrest']).toHaveLength(1);
  });

  it('does not take a demand for its fulfilment', () => {
    const demanded = told('demanded', { kind: 'trial', modality: 'demanded', roles: { about: ['the 1987 massacre'] } });
    expect(only(rowsOf([massacre, demanded])).cells).toEqual({});
  });
});

it('a gap is a harm to which nothing tells of an answer: said inaction and a denial do not fill it, a letter does', () => {
  const square = told('square', { kind: 'killing', quote: quote('31 marchers were shot at Bagh-e Kaj square'), time: on('2022-09-16') });
  const none = told('none', { kind: 'inaction', roles: { about: ['2022 killing'] } });
  const letter = told('letter', { kind: 'letter', roles: { about: ['victims of the 1987 massacre'] }, time: on('2019-10-09') });
  const claims = [square, massacre, none, letter];
  const gaps = gapsOf(buildMatrix(proposeEvents(claims), claims, '2026-11-21', NOT_JUDGED));
  expect(gaps.map(({ harm, inaction }) => [harm.claims[0]?.id, inaction.map(({ claim }) => claim.id)])).toEqual([['square', ['none']]]);
});
