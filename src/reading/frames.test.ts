import { expect, test } from 'vitest';
import { frame, FrameReader, rawHead } from './frames.ts';

test('frames come out whole, however their bytes arrive', () => {
  const bytes = Buffer.concat([frame({ a: 'سلام' }), frame([1, 2]), frame('')]);
  for (const step of [1, 2, 3, 5, bytes.length]) {
    const reader = new FrameReader(1000);
    const values: unknown[] = [];
    for (let at = 0; at < bytes.length; at += step) values.push(...reader.push(bytes.subarray(at, at + step)));
    expect(values).toEqual([{ a: 'سلام' }, [1, 2], '']);
  }
});

test('bytes as they are come between frames of JSON, be there none of them', () => {
  const bytes = Buffer.concat([frame('a'), rawHead(3), Buffer.from([0, 255, 7]), rawHead(0), frame('b')]);
  for (const step of [1, 4, bytes.length]) {
    const reader = new FrameReader(1000);
    const values: unknown[] = [];
    for (let at = 0; at < bytes.length; at += step) values.push(...reader.push(bytes.subarray(at, at + step)));
    expect(values).toEqual(['a', Buffer.from([0, 255, 7]), Buffer.alloc(0), 'b']);
  }
});

test('a frame over the limit is refused as soon as its length is seen', () => {
  const reader = new FrameReader(10);
  expect(() => reader.push(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toThrow(RangeError);
});

test('a frame that is no JSON is refused', () => {
  const reader = new FrameReader(10);
  expect(() => reader.push(Buffer.from([0, 0, 0, 1, 0x7b]))).toThrow(SyntaxError);
});
