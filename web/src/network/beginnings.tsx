// Around whom a person may look first, where a casebook has more ties than a picture shows.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { entitiesQuestion } from '../data/questions.ts';
import { setParameters } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';

const MOST = 30;

/** Whom most claims name. */
export function Beginnings() {
  const { say } = useTongue();
  return (
    <section aria-labelledby="beginnings-title">
      <p className="notice">{say('network.large')}</p>
      <h2 id="beginnings-title">{say('network.large.most')}</h2>
      <Asked asked={useQuery(entitiesQuestion(''))}>
        {({ entities }) => (
          <ul className="record-rows">
            {entities.slice(0, MOST).map(({ id, label, sort, claims }) => (
              <li key={id}>
                <Button className="button button-quiet" onPress={() => setParameters({ of: id }, true)}>
                  <Foreign>{label}</Foreign>
                </Button>
                <span className="small soft">
                  {say(`names.sort.${sort}`)}
                  {say('comma')}
                  {say('names.claims', { n: claims })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}
