// A translation beside the original's words, paragraph by paragraph. The words that can be quoted are the original's alone.
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { CodePoints } from '../../../src/base/span.ts';
import type { DocumentView } from '../../../src/model/answers.ts';
import type { AttachedRow } from '../../../src/model/attachment.ts';
import { translationQuestion } from '../data/questions.ts';
import { isolated } from '../data/isolated.ts';
import { useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';

type Beside = { readonly row: AttachedRow; readonly exact: boolean; readonly byStart: ReadonlyMap<number, string> };

const BesideContext = createContext<Beside | null>(null);

/** Null where no translation is laid beside. */
export const useBeside = (): Beside | null => use(BesideContext);

/** The address says which translation. */
export function BesideFor({ document, children }: { readonly document: DocumentView; readonly children: ReactNode }) {
  const [named] = useParameter('beside');
  const isOne = document.attached.some((row) => row.document === named && row.to === document.original && row.as === 'translation');
  const { data } = useQuery({ ...translationQuestion(named ?? ''), enabled: isOne });
  const beside = useMemo((): Beside | null => {
    if (!isOne || !data) return null;
    const points = new CodePoints(data.translation);
    const byStart = data.pairs.flatMap(({ original, translation }) => (original && translation ? [[original.start, points.slice(translation)] as const] : []));
    return { row: data.row, exact: data.exact, byStart: new Map(byStart) };
  }, [isOne, data]);
  return <BesideContext value={beside}>{children}</BesideContext>;
}

/** Whose words stand on the other side, and how surely they stand beside the right ones. */
export function BesideHead() {
  const { say } = useTongue();
  const beside = useBeside();
  if (!beside) return null;
  const { row, exact } = beside;
  return (
    <p className="beside-head small">
      <strong>{say(row.maker === 'engine' ? 'translation.by.engine' : 'translation.by', { name: isolated(row.madeBy) })}</strong> {say('translation.notWords')}{' '}
      {!exact && <span className="caution">{say('translation.rough')}</span>}
    </p>
  );
}

/** What the translation has for the paragraph that begins at `start`. */
export function BesideParagraph({ start }: { readonly start: number }) {
  const beside = useBeside();
  if (!beside) return null;
  return (
    <p className="beside-words" dir="auto" lang={beside.row.what.language ?? undefined}>
      {beside.byStart.get(start) ?? '–'}
    </p>
  );
}
