import { expect, test } from 'vitest';
import { story } from './story.test-data.ts';
import { parseStretch, timelineStretch } from './stretches.ts';

const claim = (words: string, edtf: string | null) => ({ words, kind: 'arrest' as const, time: edtf === null ? null : { text: words, edtf } });

test('a stretch begins at its year, and what stands before, after and without a date is counted', async () => {
  const claims = [claim('One', '1987'), claim('Two', '2001-05'), claim('Three', '2001-05-03'), claim('Four', null)];
  const { casebook } = await story([{ text: 'One. Two. Three. Four.', claims }]);
  const { dated, undated, ...counts } = await timelineStretch(casebook, parseStretch({ year: '2001', skip: '1' }));
  expect(dated.map(({ first }) => first)).toEqual(['2001-05-03']);
  expect(undated).toHaveLength(1);
  expect(counts).toEqual({
    years: [
      { year: 1987, recorded: 1, suggested: 0 },
      { year: 2001, recorded: 2, suggested: 0 },
    ],
    before: 2,
    after: 0,
    undatedInAll: 1,
  });
});

test('with a clock fixed, a stretch is of the record as it stood', async () => {
  const { casebook } = await story([
    { text: 'One. Two.', published: '2020-01-01', claims: [claim('One', '1987'), claim('Two', '2001')] },
    { text: 'Three.', published: '2023-01-01', claims: [claim('Three', '1987-08')] },
  ]);
  const asked = parseStretch({ year: '1987' });
  const { dated, years } = await timelineStretch(casebook, asked, { saidBy: '2021' });
  expect(dated.map(({ claim: { quote } }) => quote.exact)).toEqual(['One', 'Two']);
  expect(years.map(({ year, recorded }) => [year, recorded])).toEqual([
    [1987, 1],
    [2001, 1],
  ]);
  expect((await timelineStretch(casebook, asked, { at: '1987' })).dated.map(({ claim: { quote } }) => quote.exact)).toEqual(['One', 'Three']);
});
