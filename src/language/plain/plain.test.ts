import { expect, test } from 'vitest';
import { suggest } from '../suggest.ts';
import { PROFILES } from './profile.ts';

const cases = Object.values(PROFILES).flatMap((profile) => profile.all.map((trigger) => ({ ...trigger, language: profile.language })));
const kindsIn = (text: string, language: string): readonly string[] => suggest({ text, published: '2022-08-10', language }).map((each) => each.kind);

test.each(cases)('$rule finds "$example"', (trigger) => {
  expect(kindsIn(trigger.example, trigger.language)).toContain(trigger.kind);
});

test.each(cases)('$rule leaves "$counter" alone', (trigger) => {
  expect(kindsIn(trigger.counter, trigger.language)).not.toContain(trigger.kind);
});
