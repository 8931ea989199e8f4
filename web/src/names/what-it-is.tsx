import { useQuery } from '@tanstack/react-query';
import type { EntityAlone } from '../../../src/model/entity.ts';
import { BEINGS, type Being, type RemarkRow } from '../../../src/model/remark.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Choice } from '../parts/choice.tsx';
import { Said } from '../parts/said.tsx';
import { remarksQuestion } from '../remarks/remarks-on.tsx';

/** What people say that a name is of, one remark each. */
const saidOf = (remarks: readonly RemarkRow[] | undefined): readonly RemarkRow[] => (remarks ?? []).filter(({ sort }) => sort === 'being');

/** What people say that it is, where all who did say the same; null where nobody did. */
export function useBeing(id: string): Being | null {
  const said = saidOf(useQuery(remarksQuestion(id)).data);
  const values = new Set(said.map(({ value }) => value));
  return values.size === 1 ? (BEINGS.find((each) => values.has(each)) ?? null) : null;
}

/** What somebody or something is, as people say with their names on it; else what it seems to be, and that nobody said so. */
export function WhatItIs({ view: { id, sort } }: { readonly view: EntityAlone }) {
  const { say } = useTongue();
  const said = saidOf(useQuery(remarksQuestion(id)).data);
  const deed = useDeed();
  const being = useBeing(id);
  const words = said.map(({ value, by }) =>
    say('entity.sort.said', { sort: say(`names.sort.${BEINGS.find((each) => each === value) ?? 'person'}`), by: isolated(by) }),
  );
  return (
    <div className="what-it-is">
      <p className="small soft">
        {said.length === 0 ? say('entity.sort.seems', { sort: say(`names.sort.${sort}`) }) : words.join(say('semicolon'))}
        {said.length > 1 && being === null && <strong> {say('entity.sort.differ')}</strong>}
      </p>
      <Choice
        label={say('entity.sort.say')}
        value={being}
        groups={[{ title: '', options: BEINGS.map((value) => ({ value, label: say(`names.sort.${value}`) })) }]}
        onChange={(value) => deed.send({ path: '/remarks/being', body: { ids: [id], being: value }, said: 'remarks.said' })}
      />
      <Said words={deed.words} failed={deed.failed} />
    </div>
  );
}
