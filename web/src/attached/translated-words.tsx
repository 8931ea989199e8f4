import { useQuery } from '@tanstack/react-query';
import { translatedQuestion } from '../data/questions.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';

/** What translations have where a claim's words stand: under them, and never in their place. */
export function TranslatedWords({ claim }: { readonly claim: string }) {
  const { say } = useTongue();
  const { data: translations = [] } = useQuery(translatedQuestion(claim));
  return translations.map(({ row, words, exact }) => (
    <figure key={row.entry} className="translated">
      <blockquote dir="auto" lang={row.what.language ?? undefined}>
        {words === '' ? '–' : words}
      </blockquote>
      <figcaption className="small soft">
        {say(row.maker === 'engine' ? 'translation.by.engine' : 'translation.by', { name: isolated(row.madeBy) })} {say('translation.notWords')}{' '}
        {!exact && <span className="caution">{say('translation.rough')}</span>}
      </figcaption>
    </figure>
  ));
}
