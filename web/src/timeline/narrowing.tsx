import { useQuery } from '@tanstack/react-query';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { STATUSES, type Status } from '../../../src/model/answers.ts';
import { FAMILIES, type Family } from '../../../src/model/vocabulary.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { proceedingPath, setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { kindGroups } from '../parts/kind-groups.ts';
import { Link } from '../parts/link.tsx';
import { NamePicker } from '../parts/name-picker.tsx';
import { proceedingQuestion } from '../record/questions.ts';

/** Every kind. */
const ANY = 'any';

/** What is shown changes where a stretch of the list begins. */
const narrow = (values: Readonly<Record<string, string | null>>): void => setParameters({ ...values, year: null, from: null, skip: null }, false);

/** Narrows list and drawing to families and kinds, to somebody or a place, and to what is recorded. */
export function Narrowing({ shown }: { readonly shown: ReadonlySet<Status> }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [families] = useParameter('families');
  const [kind] = useParameter('kind');
  const [name] = useParameter('name');
  const [place] = useParameter('place');
  const [recordedOnly] = useParameter('recorded');
  const [said, setSaid] = useParameter('said');
  const shownFamilies = new Set<Family>(FAMILIES.filter((family) => families === null || families.split(',').includes(family)));
  const groups = [{ title: '', options: [{ value: ANY, label: say('timeline.kind.any') }] }, ...kindGroups(tongue)];
  return (
    <>
      <OfProceeding />
      <div className="queue-narrowing">
        <NamePicker label={say('timeline.name')} value={name} onChange={(id) => narrow({ name: id })} />
        <NamePicker label={say('timeline.place')} value={place} onChange={(id) => narrow({ place: id })} />
        <Choice label={say('timeline.kind')} value={kind ?? ANY} groups={groups} onChange={(next) => narrow({ kind: next === ANY ? null : next })} />
      </div>
      <div className="tools">
        <FamilyChoices
          shown={shownFamilies}
          onChange={(chosen) => narrow({ families: chosen.length === FAMILIES.length || chosen.length === 0 ? null : chosen.join(',') })}
        />
        <ToggleButton className="choice" isSelected={recordedOnly !== null} onChange={(isOn) => narrow({ recorded: isOn ? '1' : null })}>
          {say('timeline.recordedOnly')}
        </ToggleButton>
        <ToggleButton className="choice" isSelected={said !== null} onChange={(isOn) => setSaid(isOn ? '1' : null)}>
          {say('timeline.saidWhen')}
        </ToggleButton>
        <Legend shown={shown} />
      </div>
    </>
  );
}

/** Of which proceeding alone the steps are shown, and how to show all again. */
function OfProceeding() {
  const { say } = useTongue();
  const [id] = useParameter('proceeding');
  const { data, error } = useQuery({ ...proceedingQuestion(id ?? '', useClockSearch()), enabled: id !== null });
  if (id === null) return null;
  return (
    <div className="notice actions">
      {say('timeline.proceeding')}
      {data && (
        <Link href={proceedingPath(id)} dir="auto">
          {data.accused}
        </Link>
      )}
      {error?.message}
      <Button className="button button-quiet" onPress={() => narrow({ proceeding: null })}>
        {say('timeline.proceeding.all')}
      </Button>
    </div>
  );
}

function FamilyChoices({ shown, onChange }: { readonly shown: ReadonlySet<Family>; readonly onChange: (families: readonly Family[]) => void }) {
  const { say } = useTongue();
  return (
    <ToggleButtonGroup
      className="choices"
      aria-label={say('timeline.families')}
      selectionMode="multiple"
      selectedKeys={shown}
      onSelectionChange={(keys) => onChange(FAMILIES.filter((family) => keys.has(family)))}
    >
      {FAMILIES.map((family) => (
        <ToggleButton key={family} id={family} className="choice" data-family={family}>
          <FamilyMark family={family} status="recorded" /> {say(`family.${family}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Legend({ shown }: { readonly shown: ReadonlySet<Status> }) {
  const { say } = useTongue();
  return (
    <ul className="legend small soft" data-family="life">
      {STATUSES.filter((status) => shown.has(status)).map((status) => (
        <li key={status}>
          <span className="span" data-status={status} /> {say(`timeline.legend.${status}`)}
        </li>
      ))}
    </ul>
  );
}
