// Transcripts: subtitles, and typed texts with the times of the recording.
import { decodeText } from '../decode-text.ts';
import { FoundMetadata } from '../found-metadata.ts';
import { languageOf } from '../language-of.ts';
import type { ReadResult } from '../outcome.ts';
import { textMetadata } from '../text-metadata.ts';
import { unreadable } from '../unreadable.ts';
import { cueText } from './cue-text.ts';
import { parseCues } from './parse-cues.ts';
import { timedLines } from './timed-lines.ts';

/** WebVTT and SubRip. */
export async function readSubtitles(bytes: Uint8Array): Promise<ReadResult> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, decoded.detail) };
  const { text, utterances, warnings } = cueText(parseCues(decoded.text.replace(/\r\n?/g, '\n')));
  const found = new FoundMetadata();
  found.add('language', await languageOf(text), 'the text');
  return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings, utterances } };
}

export async function readTimedText(bytes: Uint8Array): Promise<ReadResult> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, decoded.detail) };
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const found = new FoundMetadata();
  found.addAll(textMetadata(text));
  found.add('language', await languageOf(text), 'the text');
  return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: [], utterances: timedLines(text) } };
}
