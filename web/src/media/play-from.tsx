import { Button } from 'react-aria-components';
import type { HeardPassage } from '../../../src/model/media.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { heardAt, usePlayer } from './player.tsx';

/** Hours, minutes and seconds of a recording, in the language's digits. */
export function clock(seconds: number, { digits }: Pick<Tongue, 'digits'>): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => digits(value).padStart(2, digits(0));
  return `${digits(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** When the paragraph that begins at `start` is heard. Nothing where that is not known. */
export function ParagraphTime({ start }: { readonly start: number }) {
  const player = usePlayer();
  const passage = player?.byHead.get(start);
  return passage ? <PlayFrom passage={passage} /> : null;
}

/** When the words at `start` are heard. */
export function WordsTime({ start }: { readonly start: number }) {
  const player = usePlayer();
  const passage = player && heardAt(player.heard, start);
  return passage ? <PlayFrom passage={passage} /> : null;
}

function PlayFrom({ passage: { from } }: { readonly passage: HeardPassage }) {
  const tongue = useTongue();
  const player = usePlayer();
  const at = clock(from, tongue);
  return (
    <Button
      className="play-from number"
      lang={tongue.code}
      aria-label={tongue.say('media.playFrom', { at })}
      isDisabled={player !== null && player.isCovered && player.shown.cover === 'marked'}
      onPress={() => player?.play(from)}
    >
      <span aria-hidden="true">▸</span> <bdi>{at}</bdi>
    </Button>
  );
}
