import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Sigma } from 'sigma';
import { useTongue } from '../data/tongue.tsx';
import { useScheme } from '../data/use-scheme.ts';
import { drawNetwork, shadeAround, steerNetwork, toPlace, type Graph } from './drawn-network.ts';
import type { Placed, ToPlace } from './placing.ts';
import { usePlaced } from './use-placed.ts';

type Props = {
  /** The same object as long as nothing of it changed: another is placed anew. */
  readonly graph: Graph;
  readonly selected: string | null;
  /** Null where the empty ground was pressed. */
  readonly onSelect: (id: string | null) => void;
};

/** The ties as a picture. It is for the eyes alone: what it shows stands in words in the list below it. */
export default function Drawing(props: Props) {
  const { say } = useTongue();
  const asked = useMemo(() => toPlace(props.graph), [props.graph]);
  const placed = usePlaced(asked);
  const scheme = useScheme();
  if (placed === 'failed') return <p className="notice">{say('network.unplaced')}</p>;
  if (placed === null) return <output className="network-drawing soft">{say('network.placing')}</output>;
  return <Picture key={scheme} {...props} asked={asked} placed={placed} />;
}

function Picture({ graph, selected, onSelect, asked, placed }: Props & { readonly asked: ToPlace; readonly placed: Placed }) {
  const { say } = useTongue();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Sigma | null>(null);
  const chosen = useEffectEvent(onSelect);
  const latest = useEffectEvent(() => selected);
  useEffect(() => {
    if (!frame.current) return undefined;
    const sigma = drawNetwork(frame.current, graph, asked, placed);
    sigma.on('clickNode', ({ node }) => chosen(node));
    sigma.on('clickStage', () => chosen(null));
    drawn.current = sigma;
    shadeAround(sigma, latest());
    return () => {
      drawn.current = null;
      sigma.kill();
    };
  }, [graph, asked, placed]);
  useEffect(() => {
    if (drawn.current) shadeAround(drawn.current, selected);
  }, [selected]);
  const steer = (key: string): boolean => drawn.current !== null && steerNetwork(drawn.current, key);
  return (
    <div
      className="network-drawing"
      role="toolbar"
      tabIndex={0}
      aria-label={say('network.picture')}
      dir="ltr"
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && steer(event.key)) event.preventDefault();
      }}
    >
      <div ref={frame} aria-hidden="true" />
      <div className="picture-zoom">
        <Button className="button" aria-label={say('map.closer')} onPress={() => steer('+')}>
          +
        </Button>
        <Button className="button" aria-label={say('map.further')} onPress={() => steer('-')}>
          −
        </Button>
        <Button className="button" aria-label={say('network.whole')} onPress={() => steer('0')}>
          ⤢
        </Button>
      </div>
    </div>
  );
}
