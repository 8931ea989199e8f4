// Cues made a text: what follows on in one voice is a paragraph, a line for each cue, so that a sentence over two cues is one sentence; each
// cue's words are an utterance with its times.
import type { Warning } from '../../model/document.ts';
import { plainUtterance, type Utterance } from '../../model/utterance.ts';

/** Words on a screen, and when, in seconds; null where the file's times are none. `speaker` is as the file has it. */
export type Cue = { readonly words: string; readonly speaker: string | null; readonly heard: { readonly from: number; readonly until: number } | null };

/** A silence of so many seconds ends a paragraph, as does a sentence's end, another voice, and so many cues. */
const SILENCE = 3;
const MOST_LINES = 12;
const ENDS = /[.!?…؟。！？][")\]”’»]*$/u;

export function cueText(cues: readonly Cue[]): { readonly text: string; readonly utterances: readonly Utterance[]; readonly warnings: readonly Warning[] } {
  let text = '';
  let length = 0;
  let lines = 0;
  let before: Cue | null = null;
  let voice: string | null = null;
  const utterances: Utterance[] = [];
  const put = (words: string): void => {
    text += words;
    for (const _ of words) length++;
  };
  for (const cue of cues) {
    const goesOn = before !== null && followsOn(before, cue) && lines < MOST_LINES;
    if (before) put(goesOn ? '\n' : '\n\n');
    const head = length;
    if (cue.speaker !== null && (!goesOn || cue.speaker !== voice)) put(`${cue.speaker}: `);
    const start = length;
    put(cue.words);
    utterances.push({ ...plainUtterance({ start, end: length }), head, speaker: cue.speaker, heard: cue.heard });
    lines = goesOn ? lines + 1 : 1;
    [before, voice] = [cue, cue.speaker];
  }
  return { text: text === '' ? '' : `${text}\n`, utterances, warnings: untimed(cues) };
}

function followsOn(before: Cue, cue: Cue): boolean {
  const silence = before.heard && cue.heard ? cue.heard.from - before.heard.until : 0;
  return cue.speaker === before.speaker && !ENDS.test(before.words) && silence < SILENCE;
}

function untimed(cues: readonly Cue[]): readonly Warning[] {
  const broken = cues.filter(({ heard }) => heard === null).length;
  if (broken === 0) return [];
  const detail = `Of ${cues.length} cues, ${broken} have no time that could be read; their words are here without one.`;
  return [{ code: 'parts-left-out', detail }];
}
