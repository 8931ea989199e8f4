import { useState } from 'react';
import type { DocumentRow, Summary } from '../../../src/model/answers.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { cameSince, lastLook } from './last-look.ts';

/** Beyond so many, the rest are counted. */
const SHOWN = 5;

/** What came since this person last looked. Nothing at the first look: then all is new. */
export function WhatsNew({ summary, documents }: { readonly summary: Summary; readonly documents: readonly DocumentRow[] }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [since] = useState(() => lastLook(summary.casebook, new Date()));
  if (since === null) return null;
  const came = cameSince(documents, since);
  const day = dayOf(since, tongue);
  const time = new Intl.DateTimeFormat(tongue.code, { timeStyle: 'short' }).format(new Date(since));
  const when = `${day ? inOrder(day, tongue)[0] : since}, ${time}`;
  return (
    <section className="whats-new" aria-labelledby="new-title">
      <h2 id="new-title">{say('new.title')}</h2>
      <p className="small soft">{came.length === 0 ? say('new.nothing', { when }) : say('new.documents', { n: came.length, when })}</p>
      <ul>
        {came.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <Link href={documentPath(each.id)}>
              <Foreign>{each.title ?? each.name}</Foreign>
            </Link>{' '}
            <span className={each.problem ? 'small caution' : 'small soft'}>
              {each.problem ? say('new.unreadable') : say('new.waits', { n: each.counts.suggested })}
            </span>
          </li>
        ))}
      </ul>
      {came.length > SHOWN && <p className="small soft">{say('new.more', { n: came.length - SHOWN })}</p>}
    </section>
  );
}
