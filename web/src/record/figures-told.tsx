import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Figures } from '../../../src/model/figures.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

type Props = {
  readonly figures: readonly Figures[];
  /** The claims that give them, to their words. */
  readonly claims: readonly ClaimRow[];
};

/** Numbers as each source gives them; a range is what they give, no estimate. Nothing where none does. */
export function FiguresTold({ figures, claims }: Props) {
  const { say } = useTongue();
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>{say('figures.title')}</h2>
      <FiguresGiven figures={figures} claims={claims} />
    </section>
  );
}

/** The same without a title of their own. */
export function FiguresGiven({ figures, claims }: Props) {
  const { say } = useTongue();
  const claimOf = (ids: readonly string[]): ClaimRow | undefined => claims.find(({ id }) => ids.includes(id));
  return figures.map(({ of, low, best, high, open, given }) => (
    <div key={of} className="figures">
      <p>
        <strong>{say(`figures.of.${of}`)}</strong>
        {say('comma')}
        {say(open ? 'figures.open' : 'figures.range', { low, high })}
        {best !== null && (
          <>
            {say('comma')}
            {say('figures.best', { n: best })}
          </>
        )}
      </p>
      <ul>
        {given.map(({ words, by, origins, claims: ids }) => (
          <li key={words}>
            <Given words={words} claim={claimOf(ids)} />{' '}
            <span className="small soft">
              {say('figures.by')} <ForeignList words={by} />
              {say('comma')}
              {say('origins.origins', { n: origins })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Given({ words, claim }: { readonly words: string; readonly claim: ClaimRow | undefined }) {
  if (!claim) return <Foreign>{words}</Foreign>;
  return (
    <Link href={documentPath(claim.document, claim.id)} dir="auto" title={claim.quote.exact}>
      {words}
    </Link>
  );
}
