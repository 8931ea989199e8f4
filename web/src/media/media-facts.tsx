import type { MediaFact } from '../../../src/model/media.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { clock } from './play-from.tsx';

/** What a picture, sound or film says of itself: the file's word, with where in it each is found. */
export function MediaFacts({ facts }: { readonly facts: readonly MediaFact[] }) {
  const { say } = useTongue();
  if (facts.length === 0) return null;
  return (
    <details className="media-facts">
      <summary>{say('facts.title', { n: facts.length })}</summary>
      <p className="small soft">{say('facts.about')}</p>
      <table>
        <thead className="unseen">
          <tr>
            <th scope="col">{say('facts.what')}</th>
            <th scope="col">{say('facts.value')}</th>
            <th scope="col">{say('facts.from')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((each) => (
            <Fact key={`${each.fact} ${each.from} ${each.value}`} fact={each} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What is easily taken for more than it is. */
const CAUTIONS = { taken: 'facts.careful.taken', created: 'facts.careful.created', position: 'facts.careful.position' } as const;

function Fact({ fact: { fact, value, from } }: { readonly fact: MediaFact }) {
  const tongue = useTongue();
  const caution = fact in CAUTIONS ? CAUTIONS[fact as keyof typeof CAUTIONS] : null;
  return (
    <tr>
      <th scope="row">{tongue.say(`fact.${fact}`)}</th>
      <td>
        {fact === 'duration' && Number.isFinite(Number(value)) ? clock(Number(value), tongue) : <Foreign>{value}</Foreign>}
        {caution && <span className="caution small">{tongue.say(caution)}</span>}
      </td>
      <td className="small soft" lang="en" dir="auto">
        {from}
      </td>
    </tr>
  );
}
