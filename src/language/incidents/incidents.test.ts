import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { incidentsOf, type IncidentRole } from './incidents.ts';

/** Each incident as "type: role=name, name; …", empty roles left out. */
const told = (text: string): readonly string[] =>
  incidentsOf(analyse(text, null)).map(({ type, roles }) => {
    const order: readonly IncidentRole[] = ['individuals', 'organizations', 'targets', 'victims', 'weapons'];
    const parts = order.filter((role) => roles[role].length > 0).map((role) => `${role}=${roles[role].map((each) => each.name).join(', ')}`);
    return `${type}: ${parts.join('; ')}`;
  });

describe('incidents', () => {
  it('are pieced together from the sentences that tell of one', () => {
    const text =
      'Two men threw a bomb at the Brod town hall. The explosion damaged the hall. It held 20 kg of dynamite. The Duma Front claimed responsibility.';
    expect(told(text)).toEqual(['bombing: individuals=Two men; organizations=Duma Front; targets=Brod town hall; weapons=bomb, dynamite']);
  });

  it('are two where the victims are two', () => {
    const text = 'Gunmen killed Ana Kolar in Brod on Monday. Gunmen killed Jan Dray in Duma on Tuesday.';
    expect(told(text)).toEqual(['attack: individuals=Gunmen; victims=Ana Kolar', 'attack: individuals=Gunmen; victims=Jan Dray']);
  });

  it('have those named through nouns: who carried it out, who is charged with it', () => {
    expect(told('The kidnapping of Ana Kolar was carried out by three armed men.')).toEqual(['kidnapping: individuals=three armed men; victims=Ana Kolar']);
    expect(told('Two officers were charged with the murder of Ana Kolar.')).toEqual(['attack: individuals=Two officers; victims=Ana Kolar']);
  });

  it('give a group the members that the document says are its own, and no others', () => {
    const text = 'guerrillas of the brod liberation front (blf) burned a bus. the guerrillas killed the mayor, ana kolar.';
    expect(told(text)).toEqual([
      'arson: individuals=guerrillas; organizations=brod liberation front; targets=bus',
      'attack: individuals=guerrillas; organizations=brod liberation front; victims=mayor, ana kolar',
    ]);
    expect(told('The Duma Front met. Guerrillas burned a bus.')).toEqual(['arson: individuals=Guerrillas; targets=bus']);
  });

  it.each([
    ['the clause around a noun', 'The attack was staged by rebels on the Brod bank.', 'attack: individuals=rebels; targets=Brod bank'],
    ['where an explosion took place', 'The explosion took place outside the Brod bank.', 'bombing: targets=Brod bank'],
    ['damage caused', 'The explosion caused damage to nearby houses.', 'bombing: targets=nearby houses'],
    ['hostages', 'The rebels escaped, taking as hostages Ana Kolar and Jan Dray.', 'kidnapping: individuals=rebels; victims=Ana Kolar, Jan Dray'],
    ['a responsibility accepted', 'The Brod army accepted responsibility for the murder of Ana Kolar.', 'attack: organizations=Brod army; victims=Ana Kolar'],
    ['a place named twice', 'Bombs exploded at the town hall and at the court.', 'bombing: targets=town hall, court; weapons=Bombs'],
    ['a part of a building', 'A bomb exploded in front of the town hall.', 'bombing: targets=town hall; weapons=bomb'],
    ['a noun joined to another', 'We saw the disappearance and kidnapping of Ana Kolar.', 'kidnapping: victims=Ana Kolar'],
    ['men described', 'Ana Kolar was kidnapped by heavily armed men.', 'kidnapping: individuals=heavily armed men; victims=Ana Kolar'],
    [
      'a part of a larger body',
      'Members of the tenth front of the FMLN killed Ana Kolar.',
      'attack: individuals=Members; organizations=tenth front, FMLN; victims=Ana Kolar',
    ],
    ['a group that is only described', 'An armed group killed Ana Kolar.', 'attack: individuals=armed group; victims=Ana Kolar'],
    ['a group by its name', 'The Sword group killed Ana Kolar.', 'attack: organizations=Sword group; victims=Ana Kolar'],
    ['somebody attacked', 'Rebels attacked Judge Ana Kolar in Brod.', 'attack: individuals=Rebels; victims=Judge Ana Kolar'],
    ['lives taken', 'Rebels took the lives of Ana Kolar and Jan Dray.', 'attack: individuals=Rebels; victims=Ana Kolar, Jan Dray'],
    ['a window', 'The bomb destroyed the windows of the court.', 'attack: targets=court; weapons=bomb'],
    ['the army', 'Armed forces troops killed Ana Kolar.', 'attack: individuals=Armed forces troops; organizations=Armed forces; victims=Ana Kolar'],
  ])('read %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['a bank that was only passed', 'The attack was staged by rebels on Monday.', 'attack: individuals=rebels'],
    ['an office taken', 'Rebels killed Ana Kolar. The minister took office.', 'attack: individuals=Rebels; victims=Ana Kolar'],
  ])('do not take in %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('keep the stance of the words that each part was read from', () => {
    const [incident] = incidentsOf(analyse('The ministry denied that soldiers killed Ana Kolar.', null));
    expect(incident?.mentions.map((each) => each.modality)).toEqual(['denied']);
    expect(incident?.roles.individuals.map((each) => each.modality)).toEqual(['denied']);
  });

  it('find names without capitals by the words around them, and leave common nouns alone', () => {
    expect(told('unidentified gunmen shot judge ramon kolar and four villagers.')).toEqual([
      'attack: individuals=unidentified gunmen; victims=judge ramon kolar, four villagers',
    ]);
  });
});
