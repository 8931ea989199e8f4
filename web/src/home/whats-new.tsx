import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Summary } from '../../../src/model/answers.ts';
import type { News } from '../../../src/model/news.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { newsQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { lastLook } from './last-look.ts';

/** What came and what was decided since this person last looked. Nothing at the first look: then all is new. */
export function WhatsNew({ summary }: { readonly summary: Summary }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [since] = useState(() => lastLook(summary.casebook, new Date()));
  const found = useQuery({ ...newsQuestion(since ?? ''), enabled: since !== null }).data;
  if (since === null || !found) return null;
  const more = found.documents + found.unreadable - found.newest.length;
  const day = dayOf(since, tongue);
  const time = new Intl.DateTimeFormat(tongue.code, { timeStyle: 'short' }).format(new Date(since));
  const when = `${day ? inOrder(day, tongue)[0] : since}, ${time}`;
  return (
    <section className="whats-new" aria-labelledby="new-title">
      <h2 id="new-title">{say('new.title')}</h2>
      <p className="small soft">{isNothing(found) ? say('new.nothing', { when }) : say('new.since', { when })}</p>
      <ul className="news">
        {sentences(found, tongue).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <ul>
        {found.newest.map((each) => (
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
      {more > 0 && <p className="small soft">{say('new.more', { n: more })}</p>}
    </section>
  );
}

const isNothing = ({ documents, unreadable, recorded, rejected, withdrawn }: News): boolean => documents + unreadable + recorded + rejected + withdrawn === 0;

/** A sentence for each sort of news there is. */
function sentences({ documents, unreadable, suggestions, recorded, rejected, withdrawn, by }: News, { say }: Tongue): readonly string[] {
  const decided = [
    recorded > 0 && say('new.recorded', { n: recorded }),
    rejected > 0 && say('new.rejected', { n: rejected }),
    withdrawn > 0 && say('new.withdrawn', { n: withdrawn }),
  ].filter((each) => each !== false);
  return [
    documents > 0 && say('new.documents', { n: documents }),
    documents > 0 && suggestions > 0 && say('new.suggestions', { n: suggestions }),
    unreadable > 0 && say('new.failed', { n: unreadable }),
    decided.length > 0 && say('new.decided', { what: decided.join(say('comma')), who: by.map(isolated).join(say('comma')) }),
  ].filter((each) => each !== false);
}
