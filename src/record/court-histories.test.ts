// Awkward histories of the law: what the record says of each on each day, by what its claims say and no more.
import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import { buildProceedings } from './build-proceedings.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import { happenedBy } from './select-claims.ts';
import { on, told } from './told.test-data.ts';

type Told = readonly [kind: Kind, words: string, edtf: string | null, roles?: ClaimRow['roles']];

/** What is said of Luka Berić in one document, and how far that comes by the end of each year; without a year, in all. */
const history = (claims: readonly Told[]) => {
  const rows = claims.map(([kind, words, edtf, roles], n) =>
    told(`c_${n}`, { kind, quote: { exact: words, start: 0, end: Array.from(words).length }, roles: { target: ['Luka Berić'], ...roles }, time: edtf === null ? null : on(edtf), document: 'd_1' }),
  ); // prettier-ignore
  const labels = (by?: string): readonly string[] =>
    buildProceedings(by === undefined ? rows : happenedBy(rows, by), identityOf(NOTHING_JUDGED)).map(({ label, jurisdiction }) =>
      jurisdiction === null ? label : `${jurisdiction}: ${label}`,
    );
  return (by?: string): string => labels(by).join(' | ');
};

describe('what the record says of a man', () => {
  it('whose conviction is quashed, who is tried again, and acquitted', () => {
    const by = history([
      ['conviction', 'was convicted of murder', '2010-05-03'],
      ['sentence', 'was sentenced to 12 years', '2010-05-03'],
      ['appeal', 'the Court of Appeal quashed his conviction', '2012-06-04'],
      ['trial', 'the court ordered a retrial', '2012-06-04'],
      ['trial', 'his second trial opened', '2013-02-01'],
      ['acquittal', 'was acquitted', '2014-03-09'],
    ]);
    expect(['2010', '2012', '2013', '2014'].map(by)).toEqual([
      'convicted, sentenced',
      'conviction quashed, retrial ordered',
      'conviction quashed, retrial ordered',
      'acquitted',
    ]);
  });

  it('who is convicted again at the second trial: what was said of the first is over', () => {
    const by = history([
      ['conviction', 'was convicted of murder', '2010-05-03', { about: ['murder'] }],
      ['appeal', 'he appealed', '2011'],
      ['appeal', 'the Supreme Court overturned his conviction', '2012-06-04', { about: ['conviction of Luka Berić'] }],
      ['conviction', 'was convicted again', '2014-03-09'],
      ['appeal', 'the appeals court upheld the verdict', '2015-01-10'],
    ]);
    expect(['2011', '2012', '2014', '2015'].map(by)).toEqual(['convicted, appeal lodged', 'conviction quashed', 'convicted', 'convicted, upheld on appeal']);
  });

  it('whose conviction bears no date, and was quashed: the one cannot but follow the other', () => {
    expect(history([['conviction', 'was convicted', null], ['appeal', 'the conviction was quashed', '2012']])()).toBe('conviction quashed'); // prettier-ignore
    expect(history([['conviction', 'was convicted', '2010'], ['appeal', 'the appeal court acquitted him', null]])()).toBe('acquitted'); // prettier-ignore
  });

  it('who is acquitted on one count and convicted on another', () => {
    const by = history([
      ['conviction', 'was convicted of torture', '2020-05-03', { about: ['torture'] }],
      ['acquittal', 'but acquitted of murder', '2020-05-03', { about: ['murder'] }],
    ]);
    expect(by('2020')).toBe('convicted, acquitted on one count');
  });

  it('whose acquittal is quashed: he is not convicted by that, and no conviction of his was quashed', () => {
    const by = history([
      ['acquittal', 'was acquitted', '2010-05-02'],
      ['appeal', 'prosecutors appealed', '2010-06'],
      ['appeal', 'the Court of Appeal overturned the acquittal', '2011-06-03'],
      ['conviction', 'was convicted', '2012-07-04'],
    ]);
    expect(['2010', '2011', '2012'].map(by)).toEqual(['acquitted, appeal lodged', 'acquittal quashed, not convicted', 'convicted']);
  });

  it.each([
    'la cour a annulé l’acquittement',
    'la Audiencia revocó la absolución',
    'دیوان عالی حکم تبرئه را نقض کرد',
    'hovrätten upphävde den friande domen',
    'the acquittal was set aside',
  ])('an acquittal is quashed: “%s”', (words) => {
    expect(history([['acquittal', 'was acquitted', '2010'], ['appeal', words, '2011']])()).toBe('acquittal quashed, not convicted'); // prettier-ignore
  });

  it.each(['la cour d’appel l’a acquitté : il est acquitté', 'دادگاه تجدیدنظر حکم را نقض و او را تبرئه کرد', 'quashed the verdict and acquitted him'])(
    'an appeal acquits: “%s”',
    (words) => {
      expect(history([['conviction', 'was convicted', '2010'], ['appeal', words, '2011']])()).toBe('acquitted'); // prettier-ignore
    },
  );

  it.each(['the court upheld the acquittal', 'la cour a confirmé l’acquittement', 'دادگاه حکم تبرئه را تأیید کرد'])('an acquittal stands: “%s”', (words) => {
    expect(history([['acquittal', 'was acquitted', '2010'], ['appeal', words, '2011']])()).toBe('acquitted, upheld on appeal'); // prettier-ignore
  });

  it('against whom charges are dropped: that is no acquittal, and charges may come again', () => {
    const by = history([
      ['charge', 'was charged with murder', '2015-05-02'],
      ['acquittal', 'prosecutors dropped the charges', '2016-06-05'],
      ['charge', 'was charged anew', '2019-01-10'],
    ]);
    expect(['2015', '2016', '2019'].map(by)).toEqual([
      'charged, not convicted',
      'charged, not convicted; charges dropped 5 June 2016',
      'charged, not convicted',
    ]);
  });

  it.each(['the case was dismissed', 'non-lieu', 'قرار منع تعقیب صادر شد', 'åtalet lades ned'])('charges are dropped: “%s”', (words) => {
    expect(history([['acquittal', words, '2016']])()).toBe('not convicted; charges dropped 2016');
  });

  it('who dies before judgment, and of whom others died too', () => {
    const by = history([
      ['charge', 'was charged', '2009-03-01'],
      ['trial', 'his trial opened', '2010-05-04'],
      ['death', 'died before the verdict', '2011-07-06'],
      ['death', 'the witness died', '2011-08-01', { target: ['Navid Golzari'] }],
    ]);
    expect(['2009', '2010', '2011'].map(by)).toEqual(['charged, not convicted', 'on trial, not convicted', 'on trial, not convicted; died 6 July 2011']);
  });

  it('who is put to death', () => {
    const by = history([['sentence', 'was sentenced to death', '2010-05-02'], ['execution', 'was executed', '2011-06-03']]); // prettier-ignore
    expect(['2010', '2011'].map(by)).toEqual(['sentenced', 'sentenced; executed 3 June 2011']);
  });

  it('who is amnestied, before a trial or after a conviction, which it does not undo', () => {
    expect(history([['charge', 'was charged', '2001'], ['release', 'was amnestied', '2003-07-06']])()).toBe('charged, not convicted; amnestied 6 July 2003'); // prettier-ignore
    expect(history([['conviction', 'was convicted', '2001'], ['release', 'an amnesty was granted', '2003']])()).toBe('convicted; amnestied 2003'); // prettier-ignore
    expect(history([['conviction', 'was convicted', '2001'], ['release', 'was pardoned', '2003']])()).toBe('convicted; pardoned 2003'); // prettier-ignore
  });

  it('whose extradition is asked for and refused', () => {
    const by = history([
      ['extradition', 'Spain requested his extradition', '1998-10-16'],
      ['extradition', 'a British court refused his extradition', '2000-03-02', { actor: ['British court'] }],
    ]);
    expect(by('1998')).toBe('ES: extradition sought, not convicted');
    expect(by('2000')).toBe('ES: extradition sought, not convicted | GB: not convicted; extradition refused 2 March 2000');
  });

  it('who is tried in one country for what was done in another, and in a third too: two proceedings', () => {
    const by = history([
      ['arrest', 'was arrested in Germany', '2019-02-12', { place: ['Germany'] }],
      ['charge', 'was charged in Germany under universal jurisdiction with torture in Syria', '2019-10-22', { actor: ['German prosecutors'] }],
      ['charge', 'was charged in France', '2021-05-04', { actor: ['French judges'] }],
      ['conviction', 'was convicted by a court in Koblenz, Germany', '2022-01-13', { actor: ['German court'] }],
    ]);
    expect(by('2021')).toBe('DE: charged, not convicted | FR: charged, not convicted');
    expect(by('2022')).toBe('DE: convicted | FR: charged, not convicted');
  });

  it('who is released on bail, and later convicted: he is not called released', () => {
    const by = history([
      ['charge', 'was charged', '2015-05-02'],
      ['release', 'was released on bail', '2015-05-07'],
      ['conviction', 'was convicted', '2016-02-01'],
      ['sentence', 'was sentenced to five years', '2016-02-01'],
      ['release', 'was released', '2020-02-01'],
    ]);
    expect(['2015', '2016', '2020'].map(by)).toEqual([
      'charged, not convicted; released on bail 7 May 2015',
      'convicted, sentenced',
      'convicted, sentenced; released 1 February 2020',
    ]);
  });

  it('whose sentence is reduced on appeal', () => {
    const by = history([
      ['conviction', 'was convicted', '2020-02-06'],
      ['sentence', 'was sentenced to 18 years', '2020-02-06'],
      ['appeal', 'the appeals court reduced it to 12 years', '2021-05-09'],
    ]);
    expect(['2020', '2021'].map(by)).toEqual(['convicted, sentenced', 'convicted, sentenced, sentence changed on appeal']);
  });

  it('who is convicted in his absence, then tried again in person: a later judgment that does not say so is not in absentia', () => {
    const first: readonly Told[] = [['conviction', 'was convicted in absentia', '2010-02-06'], ['trial', 'his retrial opened', '2016-04-04']]; // prettier-ignore
    const acquitted = history([...first, ['acquittal', 'was acquitted', '2017-05-05']]);
    expect(['2010', '2016', '2017'].map(acquitted)).toEqual(['convicted (in absentia)', 'convicted (in absentia)', 'acquitted']);
    expect(history([...first, ['conviction', 'was convicted in person', '2017-05-05']])('2017')).toBe('convicted');
    // Of the same day, or without one, another report may only have left it out.
    expect(history([...first, ['conviction', 'was convicted', null]])()).toBe('convicted (in absentia)');
  });

  it('who is unfit for trial, immune, or not under the court’s law: each ends it without a judgment', () => {
    const charged: Told = ['charge', 'was charged with genocide', '2010-05-02'];
    expect(history([charged, ['finding', 'the court found him unfit to stand trial', '2011-06-03']])()).toBe('charged, not convicted; found unfit for trial 3 June 2011'); // prettier-ignore
    expect(history([charged, ['finding', 'the court ruled that he enjoyed immunity', '2011']])()).toBe('charged, not convicted; held to be immune 2011'); // prettier-ignore
    expect(history([charged, ['finding', 'the court ruled that he had no immunity', '2011']])()).toBe('charged, not convicted');
    expect(history([charged, ['acquittal', 'dismissed for lack of jurisdiction', '2011']])()).toBe('charged, not convicted; the court held that it has no jurisdiction 2011'); // prettier-ignore
    expect(history([charged, ['finding', 'the court found that he gave the order', '2011']])()).toBe('charged, not convicted');
  });

  it.each(['the Supreme Court refused him leave to appeal', 'Leave to appeal refused', 'permission to appeal was denied'])('nothing is left: “%s”', (words) => {
    expect(history([['conviction', 'was convicted', '2010'], ['appeal', words, '2011']])()).toBe('convicted, final'); // prettier-ignore
    expect(history([['conviction', 'was convicted', '2010'], ['appeal', 'he was granted leave to appeal', '2011']])()).toBe('convicted, appeal lodged'); // prettier-ignore
  });

  it('whose trial rests, and goes on', () => {
    const by = history([
      ['trial', 'his trial opened', '2010-05-04'],
      ['trial', 'the trial was suspended', '2011-03-02'],
      ['trial', 'the trial resumed', '2013-01-10'],
    ]);
    expect(['2011', '2013'].map(by)).toEqual(['on trial, not convicted; suspended 2 March 2011', 'on trial, not convicted']);
  });

  it('who is acquitted for good, or against whose conviction nothing is left: final until a later day opens it', () => {
    const by = history([
      ['acquittal', 'was acquitted', '2010'],
      ['appeal', 'the acquittal became final', '2011'],
      ['appeal', 'the Supreme Court set aside the acquittal', '2013'],
    ]);
    expect(['2011', '2013'].map(by)).toEqual(['acquitted, final', 'acquittal quashed, not convicted']);
  });
});
