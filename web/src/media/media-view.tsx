// A picture, sound or film to look at or listen to. Pictures and films are covered until somebody asks: they may show violence.
import { Button } from 'react-aria-components';
import { captionsAddress, mediaAddress } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';
import { usePlayer } from './player.tsx';

/** Nothing where there is nothing to be shown. */
export function MediaView() {
  const player = usePlayer();
  if (!player) return null;
  const { shown, isOpen, failed } = player;
  return (
    <figure className="media" data-sort={shown.sort}>
      {isOpen || shown.sort === 'sound' ? <Uncovered /> : <Cover />}
      {failed && <Failed />}
    </figure>
  );
}

function Cover() {
  const { say } = useTongue();
  const player = usePlayer();
  if (!player) return null;
  return (
    <div className="media-cover">
      <p>{say('media.covered')}</p>
      <Button className="button" onPress={player.open}>
        {say(player.shown.sort === 'film' ? 'media.show.film' : 'media.show.picture')}
      </Button>
    </div>
  );
}

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
