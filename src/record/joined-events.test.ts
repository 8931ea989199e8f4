import { describe, expect, it } from 'vitest';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import type { Judged } from './join-pairs.ts';
import { proposeEvents } from './propose-events.ts';
import { on, told } from './told.test-data.ts';

const june = told('june', { kind: 'plot', roles: { actor: ['Asadollah Moradkhani'] }, time: on('2017-06') });
const july = told('july', { kind: 'plot', roles: { actor: ['Asadollah Moradkhani'] }, time: on('2017-07') });
const undated = told('undated', { kind: 'plot', roles: { actor: ['Moradkhani'] } });

const judged = (judgement: 'same' | 'different', left: string, right: string): Judged => ({ entry: 'e_1', left, right, judgement });
const events = (happenings: readonly Judged[], identity = identityOf(NOTHING_JUDGED)) =>
  proposeEvents([june, july, undated], { identity, happenings }).map(({ claims, joined }) => [claims.map(({ id }) => id).join(' '), joined.join(' ')]);

describe('an event', () => {
  it('holds what people joined, though its times cannot meet, and what is proposed to join them; it says which of its claims people joined', () => {
    expect(events([judged('same', 'june', 'july')])).toEqual([['june july undated', 'july june']]);
  });

  it('is not proposed of two that people parted', () => {
    expect(events([judged('different', 'june', 'undated')])).toEqual([
      ['june', ''],
      ['july undated', ''],
    ]);
  });

  it('is not proposed of two whose parties people judged to be two', () => {
    const apart = { left: { document: 'd_july', name: 'Asadollah Moradkhani' }, right: { document: 'd_undated', name: 'Moradkhani' } };
    expect(events([], identityOf({ groups: [], apart: [apart] }))).toEqual([
      ['june undated', ''],
      ['july', ''],
    ]);
  });
});
