import { useQuery } from '@tanstack/react-query';
import { useClocks } from '../clocks/use-clocks.ts';
import { useTongue } from '../data/tongue.tsx';
import { EdgeList } from '../network/edge-list.tsx';
import { networkQuestion } from '../network/network-question.ts';
import { Link } from '../parts/link.tsx';

/** Who stands with whom it is about, by which claims; the network shows it as a picture. */
export function TiesOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const search = new URLSearchParams({ ...useClocks(), of: id }).toString();
  const network = useQuery(networkQuestion(search)).data;
  return (
    <section className="ties">
      <h2>{say('network.around.one')}</h2>
      <p>
        <Link href={`/network?${new URLSearchParams({ of: id }).toString()}`}>{say('network.name')}</Link>
      </p>
      {network?.edges.length === 0 && <p className="soft">{say('network.none')}</p>}
      {network && network.edges.length > 0 && (
        <EdgeList all={network.all.edges} edges={network.edges} nodes={network.nodes} selected={null} onSelect={() => undefined} isTitled={false} />
      )}
    </section>
  );
}
