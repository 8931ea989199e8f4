import { useQuery } from '@tanstack/react-query';
import { claimNamesQuestion } from '../data/questions.ts';
import { namePath, navigate } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useKeys } from '../data/use-keys.ts';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** Of a claim that was recorded: whom its names may be, by likeness. Nothing is said of it until a person judges. */
export function MayBe({ claim }: { readonly claim: string }) {
  const { say } = useTongue();
  const open = (useQuery(claimNamesQuestion(claim)).data ?? []).filter(({ rivals }) => rivals.length > 0);
  const [first] = open;
  useKeys(first ? { m: () => navigate(namePath(first.entity.id)) } : {});
  if (!first) return null;
  return (
    <ul className="may-be small">
      {open.map(({ part, words, entity, rivals }, n) => (
        <li key={`${part} ${n}`}>
          <Foreign>{words}</Foreign> {say('names.mayBe')} <ForeignList words={rivals.map(({ left, right }) => (left.id === entity.id ? right : left).label)} />{' '}
          <Link href={namePath(entity.id)} aria-keyshortcuts={n === 0 ? 'm' : undefined}>
            {say('names.compare')} {n === 0 && <kbd aria-hidden="true">m</kbd>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
