// A transcript typed as text: each passage begins with the time of the recording at which it is heard. The text stays as it is.
import { plainUtterance, type Utterance } from '../../model/utterance.ts';
import { secondsOf } from './parse-cues.ts';

/** The time at the beginning of a line, in brackets or not, and a name behind it. */
const STAMP = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?(?:\s*[-–—]\s*|\s+|$)(?:([\p{L}\p{N}][^:\n]{0,40}):\s+)?/u;

/** As many stamps at least; the first of a recording is near its beginning, in seconds. A clock's time of day begins elsewhere. */
const LEAST = 3;
const BEGINNING = 600;

/** Whether the beginning of a text is one: most of its paragraphs bear a time, and the times never go back. */
export function looksTimed(text: string): boolean {
  const stamps = text.split('\n').flatMap((line) => secondsOf(STAMP.exec(line)?.[1] ?? '') ?? []);
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim() !== '').length;
  return (
    stamps.length >= LEAST &&
    stamps.length * 2 >= paragraphs &&
    (stamps[0] ?? BEGINNING) < BEGINNING &&
    stamps.every((each, n) => n === 0 || each >= (stamps[n - 1] ?? 0))
  );
}

/** From each stamp to the next; the last one ends where it begins, as nothing tells how long it is. */
export function timedLines(text: string): readonly Utterance[] {
  const found: { head: number; start: number; end: number; from: number; speaker: string | null }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const length = codePoints(line);
    const stamp = STAMP.exec(line);
    const from = secondsOf(stamp?.[1] ?? '');
    const last = found.at(-1);
    if (stamp && from !== null) found.push({ head: at, start: at + codePoints(stamp[0]), end: at + length, from, speaker: stamp[2] ?? null });
    else if (last && line.trim() !== '') last.end = at + length;
    at += length + 1;
  }
  return found.map(({ head, start, end, from, speaker }, n) => ({
    ...plainUtterance({ start: Math.min(start, end), end }),
    head,
    speaker,
    heard: { from, until: Math.max(from, found[n + 1]?.from ?? from) },
  }));
}

function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
