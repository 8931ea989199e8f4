// A picture, sound or film to look at or listen to. Pictures and films are covered until somebody asks: they may show violence.
import type { MediaSort } from '../../../src/model/media.ts';
import { captionsAddress, mediaAddress } from '../data/api.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';
import { Coverable } from './media-cover.tsx';
import { usePlayer } from './player.tsx';

/** Nothing where there is nothing to be shown. */
export function MediaView() {
  const player = usePlayer();
  if (!player) return null;
  const { shown, isCoverable, isCovered, failed } = player;
  const covering = { id: shown.id, isCoverable, isCovered, isMarked: shown.cover === 'marked', show: SHOW[shown.sort] };
  return (
    <figure className="media" data-sort={shown.sort}>
      <Coverable {...covering}>
        <Uncovered />
      </Coverable>
      {failed && <Failed />}
    </figure>
  );
}

const SHOW: Readonly<Record<MediaSort, Phrase>> = { picture: 'media.show.picture', film: 'media.show.film', sound: 'media.show.sound' };

function Uncovered() {
  const { say } = useTongue();
  const player = usePlayer();
  if (!player) return null;
  const { shown, hold, fail } = player;
  const source = mediaAddress(shown.id);
  if (shown.sort === 'picture') return <img src={source} alt={say('media.picture')} onError={fail} />;
  const common = {
    src: source,
    controls: true,
    preload: 'metadata',
    'aria-label': say(`media.${shown.sort}`),
    onLoadedMetadata: hold.ready,
    onError: fail,
  } as const;
  const take = (element: HTMLMediaElement | null): void => hold.take(element);
  const captions = shown.transcript && { src: captionsAddress(shown.transcript.id), srcLang: shown.transcript.language ?? undefined };
  if (shown.sort === 'sound')
    return (
      <audio {...common} ref={take}>
        <track kind="captions" default {...captions} />
      </audio>
    );
  return (
    <video {...common} ref={take}>
      <track kind="captions" default {...captions} />
    </video>
  );
}

function Failed() {
  const { say } = useTongue();
  return <output className="notice small">{say('media.failed')}</output>;
}
