import type { NamesCompared } from '../../../src/model/entity.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';

/** The program's words for how parts agree; one that is new to this file is shown as the program says it. */
const KINDS: Readonly<Record<string, Phrase>> = {
  'same spelling': 'names.part.sameSpelling', spelling: 'names.part.spelling', 'other script': 'names.part.otherScript', initial: 'names.part.initial',
  meaning: 'names.part.meaning', 'written together': 'names.part.writtenTogether', contradiction: 'names.part.contradiction', omission: 'names.part.omission',
  death: 'names.part.death', place: 'names.part.place', role: 'names.part.role', 'birth date': 'names.part.birth',
}; // prettier-ignore

const VERDICTS: Readonly<Record<string, Phrase>> = {
  'same spelling': 'names.verdict.sameSpelling', likely: 'names.verdict.likely', possible: 'names.verdict.possible', unlikely: 'names.verdict.unlikely',
}; // prettier-ignore

/** Why two names are proposed as one: part by part with what it is worth, and what holds the likeness down. Never a verdict on who is who. */
export function Explanation({ compared }: { readonly compared: NamesCompared }) {
  const { say, number } = useTongue();
  const worded = (words: Readonly<Record<string, Phrase>>, told: string) => (words[told] ? say(words[told]) : <bdi lang="en">{told}</bdi>);
  return (
    <div className="explanation">
      <p>
        <strong>{worded(VERDICTS, compared.verdict)}</strong> <span className="soft">{say('names.likeness', { n: Math.round(compared.score * 100) })}</span>
      </p>
      <table>
        <caption className="unseen">{say('names.why')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Foreign>{compared.left}</Foreign>
            </th>
            <th scope="col">
              <Foreign>{compared.right}</Foreign>
            </th>
            <th scope="col">{say('names.part')}</th>
            <th scope="col">{say('names.points')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.parts.map(({ a, b, kind, points, besides }, n) => (
            <tr key={n} data-against={points < 0 || undefined}>
              <td>{a === '' ? '–' : <Foreign>{a}</Foreign>}</td>
              <td>{b === '' ? '–' : <Foreign>{b}</Foreign>}</td>
              <td>
                {worded(KINDS, kind)}
                {besides && <span className="soft"> {say('names.besides')}</span>}
              </td>
              <td className="number" dir="ltr">
                {points > 0 ? '+' : ''}
                {number(points)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {compared.caps.map((cap) => (
        <p key={cap} className="caution small">
          {say('names.heldDown')} <bdi lang="en">{cap}</bdi>
        </p>
      ))}
    </div>
  );
}
