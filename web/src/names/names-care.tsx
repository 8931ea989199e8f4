import { SENSITIVITIES } from '../../../src/model/document.ts';
import type { EntityAlone, NameCare } from '../../../src/model/entity.ts';
import { StateCare, type Stands } from '../care/care-window.tsx';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';

/** How the names of somebody may be used, as people said it of any of them, and the way to say it. */
export function NamesCare({ view }: { readonly view: EntityAlone }) {
  const { say } = useTongue();
  return (
    <section className="names-care">
      <h2>{say('custody.use')}</h2>
      {view.care.length === 0 && <p className="soft">{say('care.names.none')}</p>}
      {view.care.map((said) => (
        <Said key={said.name} said={said} label={view.names.find(({ id }) => id === said.name)?.label ?? said.name} />
      ))}
      <StateCare about={view.id} stands={standsOf(view.care)} />
    </section>
  );
}

const UNSAID: Stands = { sensitivity: null, consent: null, consentUntil: null, purpose: null, retention: null };

/** What was said of any of the names holds for all; of several sensitivities the strictest. */
function standsOf(care: readonly NameCare[]): Stands {
  const strictest = SENSITIVITIES.findLast((level) => care.some(({ sensitivity }) => sensitivity === level)) ?? null;
  return { ...UNSAID, ...care.at(-1), sensitivity: strictest };
}

function Said({ said, label }: { readonly said: NameCare; readonly label: string }) {
  const { say } = useTongue();
  const words = (['consent', 'purpose'] as const).flatMap((name) => (said[name] === null ? [] : [{ name, value: said[name] }]));
  const dates = (['consentUntil', 'retention'] as const).flatMap((name) => (said[name] === null ? [] : [{ name, value: said[name] }]));
  return (
    <dl className="particulars">
      <div>
        <dt>
          <Foreign>{label}</Foreign>
        </dt>
        <dd>{said.sensitivity === 'public' ? say('sensitivity.public') : said.sensitivity !== null && <SensitivityWord sensitivity={said.sensitivity} />}</dd>
      </div>
      {words.map(({ name, value }) => (
        <div key={name}>
          <dt>{say(`custody.${name}`)}</dt>
          <dd>
            <Foreign>{value}</Foreign>
          </dd>
        </div>
      ))}
      {dates.map(({ name, value }) => (
        <div key={name}>
          <dt>{say(`custody.${name}`)}</dt>
          <dd>
            <DateWords edtf={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
