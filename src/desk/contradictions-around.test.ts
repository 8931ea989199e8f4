// What is put together around some claims is held against what is found among all.
import { describe, expect, it } from 'vitest';
import { contradictions, contradictionsOf } from './contradictions.ts';
import { contradictionsPage, parsePageAsked } from './record-pages.ts';
import { story } from './story.test-data.ts';

/** A killing of two dates, one denied; a death of two dates; a man convicted and acquitted; and a protest that nobody disputes. */
const told = () =>
  story([
    {
      text: 'Guards killed Homayun Rastegar at Sangtarash on 3 May 2018. Mansour Raufian was convicted of it in 2019. Kamran Sohrabzadeh died on 1 June 2020.',
      claims: [
        { kind: 'killing', words: 'killed Homayun Rastegar', roles: { target: ['Homayun Rastegar'], place: ['Sangtarash'] }, time: { text: '3 May 2018', edtf: '2018-05-03' } },
        { kind: 'conviction', words: 'Mansour Raufian was convicted', roles: { target: ['Mansour Raufian'] }, time: { text: '2019', edtf: '2019' } },
        { kind: 'death', words: 'Kamran Sohrabzadeh died', roles: { target: ['Kamran Sohrabzadeh'] }, time: { text: '1 June 2020', edtf: '2020-06-01' } },
        { kind: 'death', words: 'died on 1 June', roles: { target: ['Kamran Sohrabzadeh'] }, time: { text: '2 June 2020', edtf: '2020-06-02' } },
      ],
    },
    {
      text: 'Nobody killed Homayun Rastegar in May 2018. Students marched in Norvale in 2018.',
      claims: [
        { kind: 'killing', words: 'Nobody killed Homayun Rastegar', roles: { target: ['Homayun Rastegar'], place: ['Sangtarash'] }, time: { text: 'May 2018', edtf: '2018-05' }, modality: 'denied' },
        { kind: 'protest', words: 'Students marched', roles: { actor: ['Students'], place: ['Norvale'] }, time: { text: '2018', edtf: '2018' } },
      ],
    },
  ]); // prettier-ignore

describe('what is said against some claims', () => {
  it('is what is found among all, of those in which any of them takes part', async () => {
    const { casebook, claims } = await told();
    const all = await contradictions(casebook);
    expect(all.length).toBeGreaterThan(1);
    for (const { id } of claims) {
      const own = all.filter(({ left, right }) => [...left.claims, ...right.claims].some((side) => side.id === id));
      expect(await contradictionsOf(casebook, [id])).toEqual(own);
    }
  });

  it('stands on a page of a large casebook as it does on that of a small one', async () => {
    const { casebook } = await told();
    const whole = await contradictionsPage(casebook, parsePageAsked({}), {});
    const stretch = await contradictionsPage(casebook, parsePageAsked({}), {}, 0);
    expect([whole.whole, stretch.whole]).toEqual([true, false]);
    expect(stretch.rows.toSorted(byId)).toEqual(whole.rows.toSorted(byId));
  });
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
