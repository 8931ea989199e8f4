import type { Listed } from '../../../src/model/list-answers.ts';
import { namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** Of two, the one that stands on a list: always with the list's name, and that it is not in the record. */
export function ListedSide({ entry }: { readonly entry: Listed }) {
  const [first = '', ...others] = entry.names;
  return (
    <section className="side" aria-label={first}>
      <h3>
        <Link href={namePath(entry.id)} dir="auto">
          {first}
        </Link>
      </h3>
      <OnList entry={entry} />
      {others.length > 0 && (
        <ul className="side-names small">
          {others.map((name) => (
            <li key={name}>
              <Foreign>{name}</Foreign>
            </li>
          ))}
        </ul>
      )}
      <Facts entry={entry} />
    </section>
  );
}

/** On which list, and that it is on no record. */
export function OnList({ entry }: { readonly entry: Listed }) {
  const { say } = useTongue();
  return (
    <p className="on-list">
      {say('lists.on')} <Foreign>{entry.title}</Foreign>
      {say('comma')}
      <strong>{say('lists.notInRecord')}</strong>
    </p>
  );
}

/** What the list tells besides the names, as its own words. */
export function Facts({ entry }: { readonly entry: Listed }) {
  const { say } = useTongue();
  if (entry.facts.length === 0) return null;
  return (
    <dl className="facts small">
      {entry.facts.map(({ what, words }, n) => (
        <div key={n}>
          <dt>{say(`lists.fact.${what}`)}</dt>
          <dd>
            <Foreign>{words}</Foreign>
          </dd>
        </div>
      ))}
    </dl>
  );
}
