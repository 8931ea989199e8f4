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
