import type { Figures } from '../../../src/model/figures.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';

/** Numbers as each source gives them; a range is what they give, no estimate. Nothing where none does. */
export function FiguresTold({ figures }: { readonly figures: readonly Figures[] }) {
  const { say } = useTongue();
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>{say('figures.title')}</h2>
      {figures.map(({ of, low, best, high, open, given }) => (
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
            {given.map(({ words, by, origins }) => (
              <li key={words}>
                <Foreign>{words}</Foreign>{' '}
                <span className="small soft">
                  {say('figures.by')} <ForeignList words={by} />
                  {say('comma')}
                  {say('origins.origins', { n: origins })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
