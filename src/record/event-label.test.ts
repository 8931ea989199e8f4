import { expect, it } from 'vitest';
import { eventLabel } from './event-label.ts';
import { told } from './told.test-data.ts';

const plot = (words: string, target: string[] = []) =>
  told(words, { kind: 'plot', roles: { target }, quote: { exact: words, start: 0, end: Array.from(words).length } });

it('an event is known by the fewest words that have a year or a name in them', () => {
  const thwarted = plot('Had it not been thwarted');
  const named = plot('the plot against the gathering at Lac-Blanc', ['Lac-Blanc']);
  expect(eventLabel([thwarted, named, plot('the plot of 2017, which police in two countries had followed for months')])).toBe(named.quote.exact);
  expect(eventLabel([thwarted, plot('It was a large attack that they had planned')])).toBe('Had it not been thwarted');
});

it('a kin kind gives it no name, nor do one or two words where there are more', () => {
  const killing = told('k', { kind: 'killing', quote: { exact: 'the killings of 1987', start: 0, end: 20 } });
  expect(eventLabel([plot('The plot'), plot('the plot that failed'), killing])).toBe('the plot that failed');
});
