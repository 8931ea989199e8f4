import type { Attribute, EventView } from '../../../src/model/event.ts';
import { MODALITIES } from '../../../src/model/vocabulary.ts';
import { documentPath } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** What the recorded claims give for each attribute; how a value stands to the one that most give is told in words, never by colour alone. */
export function SideBySide({ event: { attributes, claims } }: { readonly event: EventView }) {
  const tongue = useTongue();
  if (attributes.length === 0) return <p className="soft">{tongue.say('event.gives.none')}</p>;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <table className="side-by-side">
      <caption className="unseen">{tongue.say('event.gives')}</caption>
      <tbody>
        {attributes.map(({ name, values }) =>
          values.map(({ value, claims: of, agreement, origins }, n) => (
            <tr key={`${name} ${value}`} data-agreement={agreement}>
              {n === 0 && (
                <th scope="rowgroup" rowSpan={values.length}>
                  {attributeWord(name, tongue)}
                </th>
              )}
              <td>
                <ValueWords name={name} value={value} />
              </td>
              <td className="small soft">{values.length > 1 && tongue.say(`agreement.${agreement}`)}</td>
              <td className="small">
                <span className="soft">
                  {tongue.say('event.claims', { n: of.length })}
                  {tongue.say('comma')}
                  {tongue.say('origins.origins', { n: origins })}
                </span>{' '}
                {of
                  .flatMap((id) => byId.get(id) ?? [])
                  .map((claim) => (
                    <Link key={claim.id} className="cited" href={documentPath(claim.document, claim.id)} dir="auto" title={claim.quote.exact}>
                      {claim.documentTitle}
                    </Link>
                  ))}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function attributeWord(name: Attribute['name'], { say }: Tongue): string {
  if (name === 'time' || name === 'stance') return say(`event.attribute.${name}`);
  return say(`role.${name}`);
}

function ValueWords({ name, value }: { readonly name: Attribute['name']; readonly value: string }) {
  const { say } = useTongue();
  if (name === 'time')
    return (
      <span className="when">
        <DateWords edtf={value} />
      </span>
    );
  const stance = name === 'stance' ? MODALITIES.find((each) => each === value) : undefined;
  return stance ? say(`stance.${stance}`) : <Foreign>{value}</Foreign>;
}
