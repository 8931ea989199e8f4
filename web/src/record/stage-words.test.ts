import { expect, test } from 'vitest';
import type { Stage } from '../../../src/model/proceeding.ts';
import { stageLabel } from '../../../src/record/stage.ts';
import { tongueOf } from '../data/tongue.tsx';
import { stageWords } from './stage-words.ts';

const NOTHING: Stage = { reached: null, judged: null, partly: false, sentenced: false, appeal: null, final: false, absentia: false, exit: null, outcome: null };

test.each<[string, Partial<Stage>]>([
  ['nothing', {}],
  ['a charge', { reached: 'charge' }],
  ['a trial in absentia', { reached: 'trial', absentia: true }],
  ['a sentence alone', { sentenced: true, appeal: 'varied' }],
  [
    'a conviction, final, and an exchange',
    { reached: 'trial', judged: 'convicted', sentenced: true, appeal: 'upheld', final: true, outcome: { step: 'exchange', on: '2024-06-15' } },
  ],
  ['a conviction, cleared of one count', { judged: 'convicted', partly: true }],
  ['an acquittal', { judged: 'acquitted', partly: true, outcome: { step: 'release', on: null } }],
  ['a conviction that was quashed, and a retrial', { judged: 'quashed', appeal: 'retrial' }],
  ['what claims dispute', { judged: 'contested', absentia: true }],
])('the desk says of %s in English what the program says', (_, given) => {
  const stage = { ...NOTHING, ...given };
  expect(stageWords(stage, tongueOf('en'))).toBe(stageLabel(stage));
});
