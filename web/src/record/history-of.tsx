import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ActLine } from '../../../src/model/history.ts';
import { JUDGEMENTS, RULINGS } from '../../../src/model/judgement.ts';
import { REMARK_SORTS } from '../../../src/model/remark.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue, type Phrase, type Tongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { historyQuestion } from './questions.ts';

/** Lines that are shown before a person asks for all: the newest. */
const FIRST = 12;

/** What people decided and remarked about one thing, newest first, each with who, when and why; what was taken back stays. */
export function HistoryOf({ id }: { readonly id: string }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [all, setAll] = useState(false);
  const lines = useQuery(historyQuestion(id)).data?.toReversed();
  return (
    <section className="history">
      <h2>{say('history.title')}</h2>
      {lines?.length === 0 && <p className="soft">{say('history.none')}</p>}
      <ol className="judgements small">
        {lines?.slice(0, all ? lines.length : FIRST).map((line) => (
          <Line key={line.entry} line={line} />
        ))}
      </ol>
      {lines !== undefined && lines.length > FIRST && !all && (
        <div className="actions">
          <Button className="button button-quiet" onPress={() => setAll(true)}>
            {say('history.all', { n: lines.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: ActLine }) {
  const tongue = useTongue();
  const { say } = tongue;
  const { entry, at, by, reason } = line;
  const day = dayOf(at, tongue);
  const words = actWords(line, tongue);
  return (
    <li>
      <span>{words ?? <bdi lang="en">{line.kind}</bdi>}</span>
      <span className="soft">{say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}</span>
      {reason !== null && <Foreign>{reason}</Foreign>}
      <code dir="ltr" className="soft">
        {entry}
      </code>
    </li>
  );
}

const PLAIN: Readonly<Partial<Record<ActLine['kind'], Phrase>>> = {
  'claim.recorded': 'history.recorded',
  'claim.amended': 'history.amended',
  'claim.withdrawn': 'history.withdrawn',
  'review.undone': 'history.reviewUndone',
  'judgement.undone': 'history.judgementUndone',
  'happenings.linked': 'history.linked',
  'remark.ended': 'history.remarkEnded',
  'care.stated': 'history.care',
  'pseudonym.stated': 'history.pseudonym',
  'name.asked': 'history.asked',
  'anchor.moved': 'history.moved',
  'document.read': 'history.document.read',
  'document.attached': 'history.document.attached',
  'document.detached': 'history.document.detached',
  'document.sent': 'history.document.sent',
  'redaction.made': 'history.redaction',
  'original.opened': 'history.opened',
  'original.uncovered': 'history.uncovered',
  'export.made': 'history.exported',
  'integrity.checked': 'history.checked',
};

const REVIEWED: Readonly<Record<string, Phrase>> = { accept: 'history.reviewed.accept', amend: 'history.reviewed.amend', reject: 'history.reviewed.reject' };

/** Null of an act that has no words of its own in the interface: then its name in the log is shown. */
function actWords({ kind, what }: ActLine, { say }: Tongue): string | null {
  const plain = PLAIN[kind];
  if (plain) return say(plain);
  const reviewed = kind === 'suggestion.reviewed' && what !== null ? REVIEWED[what] : undefined;
  if (reviewed) return say(reviewed);
  const judgement = kind === 'pair.judged' ? JUDGEMENTS.find((each) => each === what) : undefined;
  if (judgement) return say(`history.judged.${judgement}`);
  const ruling = kind === 'contradiction.ruled' ? RULINGS.find((each) => each === what) : undefined;
  if (ruling) return `${say('history.ruled')} ${say(`ruling.${ruling}`)}`;
  const remark = kind === 'remark.made' ? REMARK_SORTS.find((each) => each === what) : undefined;
  return remark ? `${say('history.remarked')} ${say(`remarks.${remark}`)}` : null;
}
