// What is asked for as if it were a table, and holds nothing. Words are kept once, in the payloads of the log, and who did it when in its envelopes:
// these look them up there, by the index of the entry.
import type { Tables } from './tables.ts';

/** What a decision was about, as its entry has it: of a person's own claim there is no suggestion, only a content. */
const SUGGESTION = `said.payload -> '$.suggestion'`;
const CONTENT = `nullif(said.payload -> '$.content', 'null')`;
const DECIDED = `coalesce(${CONTENT}, json_remove(${SUGGESTION}, '$.id', '$.rule', '$.confidence', '$.evidence'))`;

/** The text that the document had then: what was read last before. */
const TEXT = `coalesce((select reading.text_sha256 from reading where reading.document = decision.document and reading.entry_index < decision.words_at
  order by reading.entry_index desc limit 1), '')`;

/** As `select` statements, by name. Joins are to the left, so that what is not asked for is not looked up. */
export const LOOK_UPS = {
  review: `select entry.id as entry, decision.position as entry_index, decision.document, decision.suggestion, decision.decision, ${TEXT} as text_sha256,
      decision.words_at, coalesce(${SUGGESTION}, ${CONTENT}) as body, ${CONTENT} as content, entry.payload ->> '$.reason' as reason,
      decision.actor, decision.at, decision.undone_by, decision.undone_at
    from decision left join log_entries entry on entry.position = decision.position left join log_entries said on said.position = decision.words_at`,
  standing: 'select number as position, id, document, start, end, kind, status, moved, orphan from moment where number >= 0',
  claim: `select standing.id, standing.document, standing.start, standing.end, standing.kind, standing.status,
      case when standing.moved is null then ${DECIDED} else json_set(${DECIDED}, '$.quote', json(standing.moved)) end as content,
      entry.id as review, standing.orphan
    from standing left join decision on decision.position = standing.position left join log_entries entry on entry.position = standing.position
      left join log_entries said on said.position = decision.words_at`,
  name: `select named.id, named.document, form.key, form.label from named join form on form.number = named.form`,
  naming: `select given.position, given.part, given.ordinal, named.id as name, form.label as words
    from given join named on named.number = given.name join form on form.number = given.form`,
  mention: `select standing.id as claim, naming.part, naming.ordinal, naming.name, naming.words
    from naming left join standing on standing.position = naming.position`,
  history: `select entry.id as entry, line.position as entry_index, entry.envelope ->> '$.at' as at, entry.envelope ->> '$.actor' as actor, line.step, line.what, line.about
    from (
      select about, position, step, what from told
      union all select document, position, 'decided', case decision when 'accept' then 'accepted' when 'reject' then 'rejected' when 'record' then 'recorded'
        when 'withdraw' then 'withdrew' else 'amended' end || ' ' || suggestion from decision
    ) line left join log_entries entry on entry.position = line.position`,
} as const satisfies Partial<Record<keyof Tables, string>>;

/** What can be asked for as if it were a table, by name; what rests on another comes after it. */
export const LOOKED_UP = Object.keys(LOOK_UPS) as readonly (keyof typeof LOOK_UPS)[];
