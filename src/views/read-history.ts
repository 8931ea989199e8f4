// What people did about one thing, found by the entries that speak of it.
import { sql, type Kysely } from 'kysely';
import { parseAct, type Act } from '../model/act.ts';
import type { ActLine } from '../model/history.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** `told` are ids that lines of history are about; `claims` what was decided about; `judged` names, claims, documents or publishers that pairs were judged of. */
export type HistoryAsked = { readonly told: readonly string[]; readonly claims: readonly string[]; readonly judged: readonly string[] };

/** In the order of the log, what was taken back and the taking back too. What was destroyed is not among it. */
export async function readHistory(db: Kysely<Tables>, { told, claims, judged }: HistoryAsked): Promise<readonly ActLine[]> {
  const { rows } = await sql<{ entry: string; position: number; kind: string; at: string; actor: string; name: string | null; payload: string }>`
    with said (id) as (
      select entry from judgement where left in ${among(judged)} or right in ${among(judged)}
      union select undone_by from judgement where left in ${among(judged)} or right in ${among(judged)}
      union select undone_by from link where left in ${among(judged)} or right in ${among(judged)}
      union select undone_by from decision where suggestion in ${among(claims)}
      union select undone_by from ruling where entry in (select log_entries.id from told join log_entries on log_entries.position = told.position where told.about in ${among(told)})
    ), at_position (position) as (
      select position from told where about in ${among(told)}
      union select position from decision where suggestion in ${among(claims)}
      union select position from log_entries where id in (select id from said)
    )
    select log_entries.id as entry, log_entries.position, envelope ->> '$.kind' as kind, envelope ->> '$.at' as at, envelope ->> '$.actor' as actor, person.name, payload
    from at_position join log_entries on log_entries.position = at_position.position left join person on person.id = envelope ->> '$.actor'
    where payload is not null order by log_entries.position`.execute(db);
  return rows.map(({ entry, position: index, kind, at, actor, name, payload }) => {
    const act = parseAct(kind, JSON.parse(payload));
    return { entry, index, at, by: name ?? actor, kind: act.kind, ...saidBy(act), proceeding: proceedingOf(act) };
  });
}

/** What was decided about in a document, by the ids of claims and suggestions. */
export async function decidedIn(db: Kysely<Tables>, document: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('decision').select('suggestion').distinct().where('document', '=', document).execute();
  return rows.map(({ suggestion }) => suggestion);
}

function proceedingOf(act: Act): string | null {
  const about = act.kind === 'remark.made' || act.kind === 'remark.ended' ? act.payload.about.id : '';
  return about.startsWith('pr_') ? about : null;
}

/** The word that an act turns on, and the reason that was given. */
function saidBy(act: Act): Pick<ActLine, 'what' | 'reason'> {
  switch (act.kind) {
    case 'suggestion.reviewed':
      return { what: act.payload.decision, reason: act.payload.reason };
    case 'pair.judged':
      return { what: act.payload.judgement, reason: act.payload.reason };
    case 'contradiction.ruled':
      return { what: act.payload.ruling, reason: act.payload.reason };
    case 'happenings.linked':
      return { what: act.payload.link, reason: act.payload.reason };
    case 'remark.made':
      return { what: act.payload.sort, reason: act.payload.text };
    case 'remark.ended':
      return { what: act.payload.how, reason: act.payload.reason };
    default:
      return { what: null, reason: 'reason' in act.payload ? act.payload.reason : null };
  }
}
