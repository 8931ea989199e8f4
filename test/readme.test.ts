// README's commands run, and print what it says they print, but for what is random or of the day.
import { expect, it } from 'vitest';
import { mask, replay, stepsOfReadme } from './readme.ts';

it('README’s commands run and print what it says (`node test/readme.ts` writes it anew)', async () => {
  const steps = await stepsOfReadme();
  expect(steps.length).toBeGreaterThan(4);
  const masked = (all: typeof steps): readonly string[] => all.map(({ command, output }) => mask(`${command}\n${output}`));
  expect(masked(await replay(steps))).toEqual(masked(steps));
});
