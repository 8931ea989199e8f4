import { useQuery } from '@tanstack/react-query';
import { useTongue } from '../data/tongue.tsx';
import { AskName } from './ask-name.tsx';
import { veiledInQuestion } from './questions.ts';

/** At the head of a document: whose names stand in it as bars, and the way to ask for them. Nothing where there is none. */
export function VeiledHere({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const names = useQuery(veiledInQuestion(id)).data ?? [];
  if (names.length === 0) return null;
  return (
    <details className="small">
      <summary>{say('veil.here')}</summary>
      {names.map((name) => (
        <AskName key={name.id} name={name} />
      ))}
    </details>
  );
}
