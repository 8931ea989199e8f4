import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { ClaimNames } from '../../../src/model/entity.ts';
import { claimNamesQuestion } from '../data/questions.ts';
import { namePath, navigate } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useKeys } from '../data/use-keys.ts';
import { useJudging, type Judging } from '../names/use-judging.ts';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/**
 * Of a claim that was recorded: each party that it names, with the other names that the document uses of the same, and whom they all may be, by
 * likeness. Nothing is said of it until a person judges: the document's own names at once, the others where they are compared.
 */
export function MayBe({ claim }: { readonly claim: string }) {
  const { say } = useTongue();
  const judging = useJudging();
  const open = parties(useQuery(claimNamesQuestion(claim)).data ?? []);
  const [first] = open;
  useKeys(first ? { m: () => navigate(namePath(first.entity.id)) } : {});
  if (!first && judging.words === '') return null;
  return (
    <>
      <ul className="may-be small">
        {open.map((party, n) => (
          <Party key={party.entity.id} party={party} isFirst={n === 0} judging={judging} />
        ))}
      </ul>
      <output className="queue-said small" data-failed={judging.failed || undefined}>
        {judging.words}
        {judging.done.size > 0 && (
          <Button className="button button-quiet" isDisabled={judging.isBusy} onPress={judging.undoLast}>
            {say('names.undo')}
          </Button>
        )}
      </output>
    </>
  );
}

/** One for each party, however often the claim names it; those of whom there is nothing to judge are left out. */
const parties = (names: readonly ClaimNames[]): readonly ClaimNames[] => [
  ...new Map(names.filter(({ together, rivals }) => together.length + rivals.length > 0).map((each) => [each.entity.id, each])).values(),
];

function Party({
  party: { name, words, entity, together, rivals },
  isFirst,
  judging,
}: {
  readonly party: ClaimNames;
  readonly isFirst: boolean;
  readonly judging: Judging;
}) {
  const { say } = useTongue();
  return (
    <li>
      <Foreign>{words}</Foreign>{' '}
      {together.length > 0 && (
        <>
          {say('names.andHere')} <ForeignList words={together.map(({ label }) => label)} />{' '}
          <Button
            className="button"
            isDisabled={judging.isBusy}
            onPress={() => judging.judge({ ids: [name, ...together.map(({ id }) => id)], judgement: 'same', reason: null })}
          >
            {say('names.andHere.same')}
          </Button>{' '}
        </>
      )}
      {rivals.length > 0 && (
        <>
          {say('names.mayBe')} <ForeignList words={rivals.map(({ right }) => right.label)} />{' '}
        </>
      )}
      <Link href={namePath(entity.id)} aria-keyshortcuts={isFirst ? 'm' : undefined}>
        {say('names.compare')} {isFirst && <kbd aria-hidden="true">m</kbd>}
      </Link>
    </li>
  );
}
