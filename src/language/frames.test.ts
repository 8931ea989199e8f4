import { expect, test } from 'vitest';
import { FRAMES } from './claims/frames.ts';
import { suggest } from './suggest.ts';

const kindsIn = (text: string): readonly string[] => suggest({ text, published: '2022-08-10', language: 'en' }).map((each) => each.kind);

test.each(FRAMES)('$rule finds "$example"', (frame) => {
  expect(kindsIn(frame.example)).toContain(frame.kind);
});

test.each(FRAMES)('$rule leaves "$counter" alone', (frame) => {
  expect(kindsIn(frame.counter)).not.toContain(frame.kind);
});
