// Subtitles as cues: WebVTT and SubRip, as they are found in the wild: styles and places on the screen taken off, comments left out, captions that
// roll up said once, broken times lost and their words kept.
// Sources: WebVTT (W3C), sections 4 and 6.4; SubRip has no standard.
import type { Cue } from './cue-text.ts';

/** A line that says when; what stands behind the second time are settings. */
const TIMING = /^\s*(\S+)\s*-->\s*(\S+)/;
/** Tags that style, and those that say when a word is heard. Anything else between angle brackets is words. */
const TAGS = /<\/?(?:[ibucs]|v|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}/gi;
const VOICE = /<v(?:\.[^<>\s]*)?\s+([^<>]+)>/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '\u200e', rlm: '\u200f', quot: '"' };
/** Seconds that a caption is shown which only holds the line before until the next one rolls up. */
const HELD = 0.05;

/** O(text). What stands before the first cue, and is none, is left out. */
export function parseCues(text: string): readonly Cue[] {
  const raw: RawCue[] = [];
  const lines = text.split('\n').map((line) => line.trimEnd());
  let open: RawCue | null = null;
  let isComment = false;
  for (const [n, line] of lines.entries()) {
    const found = TIMING.exec(line);
    if (found) {
      isComment = false;
      open = { lines: [], heard: heardFrom(found[1] ?? '', found[2] ?? '') };
      raw.push(open);
    } else if (line === '') {
      isComment = false;
      if (isEndOfCue(lines, n)) open = null;
    } else if (!open && BLOCKS.test(line)) isComment = true;
    else if (open && !isComment && !isIdBefore(lines, n)) open.lines.push(line);
  }
  return rolledOnce(raw).flatMap(cueOf);
}

type RawCue = { lines: string[]; readonly heard: Cue['heard'] };

/** What is no cue, up to an empty line: the header, comments, styles and places. */
const BLOCKS = /^(?:\ufeff?WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

/** Words behind an empty line are still of the cue, where no other begins there: subtitles are edited by hand. */
function isEndOfCue(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).filter((line) => line !== '');
  return next.length === 0 || BLOCKS.test(next[0] ?? '') || next.slice(0, 2).some((line) => TIMING.test(line));
}

/** The number or name of a cue, which stands right before its times. */
const isIdBefore = (lines: readonly string[], n: number): boolean =>
  TIMING.test(lines[n + 1] ?? '') && ((lines[n - 1] ?? '') === '' || /^\d+$/.test(lines[n] ?? ''));

/** Null where either is no time. Where it ends before it begins, it ends as it begins. */
function heardFrom(first: string, second: string): Cue['heard'] {
  const [from, until] = [secondsOf(first), secondsOf(second)];
  return from === null || until === null ? null : { from, until: Math.max(from, until) };
}

/** Hours may be left out; the fraction is behind a full stop or a comma. */
export function secondsOf(words: string): number | null {
  const found = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?$/.exec(words);
  if (!found || Number(found[2]) > 59 || Number(found[3]) > 59) return null;
  const [, hours = '0', minutes, seconds, fraction = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${Number(seconds)}.${fraction}`);
}

/** Live captions show the line before above each new line, and again while nothing is said. */
function rolledOnce(cues: readonly RawCue[]): readonly RawCue[] {
  let shown = '';
  return cues.map((cue) => {
    const { lines, heard } = cue;
    const plain = lines.map((line) => line.replace(TAGS, '').trim()).filter(Boolean);
    const isHeld = heard !== null && heard.until - heard.from < HELD;
    const repeats = plain[0] === shown && shown !== '' && (plain.length > 1 || isHeld);
    const first = lines.findIndex((line) => line.replace(TAGS, '').trim() !== '');
    shown = plain.at(-1) ?? shown;
    return repeats ? { ...cue, lines: lines.slice(first + 1) } : cue;
  });
}

/** One for each voice in it; none of a cue without words. */
function cueOf({ lines, heard }: RawCue): readonly Cue[] {
  const pieces = lines.join('\n').split(/(?=<v[.\s])/i);
  let speaker: string | null = null;
  return pieces.flatMap((piece) => {
    speaker = plainWords(VOICE.exec(piece)?.[1] ?? '') || speaker;
    const words = plainWords(piece);
    return words === '' ? [] : [{ words, speaker, heard }];
  });
}

const plainWords = (words: string): string =>
  words
    .replace(TAGS, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
