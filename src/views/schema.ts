// The tables that the log is folded into. Drop them and fold again: the same rows. `suggestion` and `analysis` are no
// views: they keep what an analyser proposed for a text, and are made again only by analysing again.
import { sql, type Kysely } from 'kysely';
import { wordSuggestions } from './fold-words.ts';
import { LOOK_UPS, LOOKED_UP } from './look-ups.ts';
import { CACHE, FOLDING_CACHE } from '../store/connection.ts';
import type { Tables } from './tables.ts';

/** Changes with any table below, so that views of another version are known and folded again. */
const VERSION = 34;

/** The views, by name: what `rebuild` drops and folds again. */
export const VIEWS = [
  'person', 'original', 'document', 'reading', 'described', 'unreadable', 'decision', 'anchor', 'waiting', 'moment', 'moment_tally', 'form', 'named', 'given', 'judgement', 'joined', 'ruling', 'link', 'remark', 'label_list', 'care', 'pseudonym', 'marked', 'checked', 'erased', 'exported', 'told', 'part', 'backup', 'list', 'capture', 'attached',
] as const; // prettier-ignore

/** Dropped with them: the index of words, which gives no rows, and tables of earlier versions. */
const BESIDE = ['worded', 'wording', 'name_word'] as const;

/** Makes suggestions wait; what a person decided about must be left out by whoever adds the condition. */
const WAITS = `insert or replace into waiting (id, ordinal, document, start, kind, speaker, confidence)
  select id, ordinal, document, start, kind, coalesce(body ->> '$.saidBy[#-1]', ''), coalesce(body ->> '$.confidence', 0) from suggestion`;

/** No person decided about the suggestion, nor about one of an earlier text or analyser that it says again. */
const UNDECIDED = `not exists (select 1 from standing where standing.id = suggestion.id)
  and not exists (select 1 from settled join standing on standing.id = settled.claim where settled.suggestion = suggestion.id)`;

const isTallied = (row: string): string => `${row}.day is not null and ${row}.status in ('suggested', 'recorded')`;

/** Counts a row of `moment` once more, or once less. It comes to no conflict, which a trigger would resolve as the statement says that set it off. */
const countMoment = (row: 'new' | 'old'): string => {
  const same = ['year', 'month', 'kind', 'status'].map((column) => `moment_tally.${column} = ${row}.${column}`).join(' and ');
  return row === 'new'
    ? `insert into moment_tally select new.year, new.month, new.kind, new.status, 0
         where ${isTallied(row)} and not exists (select 1 from moment_tally where ${same});
       update moment_tally set marks = marks + 1 where ${isTallied(row)} and ${same};`
    : `update moment_tally set marks = marks - 1 where ${isTallied(row)} and ${same};
       delete from moment_tally where ${same} and marks = 0;`;
};

/** All of them: the tally has few rows, and to count in it takes a quarter of the time that putting all in order does. */
const COUNT_MOMENTS = `insert into moment_tally select year, month, kind, status, 1 from moment where ${isTallied('moment')}
  on conflict do update set marks = marks + 1`;

/** They keep `waiting`, `worded`, `moment` and its tally beside what they are made of. Made anew whenever the views are: a table that is older has them too. */
const TRIGGERS: Readonly<Record<string, string>> = {
  claim_made: `after insert on moment when new.number >= 0 begin
     delete from waiting where id = new.id or id in (select suggestion from settled where claim = new.id);
   end`,
  claim_gone: `after delete on moment when old.number >= 0 begin
     ${WAITS} where (id = old.id or id in (select settled.suggestion from settled where settled.claim = old.id)) and ${UNDECIDED};
   end`,
  suggestion_made: `after insert on suggestion begin ${WAITS} where id = new.id and ${UNDECIDED}; end`,
  suggestion_gone: `after delete on suggestion begin
     delete from waiting where id = old.id;
     delete from worded where rowid in (select number from moment where id = old.id and number < 0);
     delete from moment where id = old.id and number < 0;
   end`,
  waiting_made: `after insert on waiting begin update moment set status = 'suggested' where id = new.id; end`,
  waiting_gone: `after delete on waiting begin update moment set status = 'settled' where id = old.id and status = 'suggested'; end`,
  moment_made: `after insert on moment begin ${countMoment('new')} end`,
  moment_gone: `after delete on moment begin ${countMoment('old')} end`,
  moment_changed: `after update of status on moment begin ${countMoment('old')} ${countMoment('new')} end`,
  settled_made: `after insert on settled when exists (select 1 from standing where id = new.claim) begin
     delete from waiting where id = new.suggestion;
   end`,
};

/** By these a fold finds what came before, where an entry is about it. */
const EARLY = {
  decisions: ['index decision_suggestion on decision (suggestion, position)', 'index decision_document on decision (document, position)'],
  claims: ['unique index moment_id on moment (id)'],
  names: ['unique index named_id on named (id)', 'index named_form on named (form)', 'index given_name on given (name)', 'index form_key on form (key)'],
  forms: ['unique index form_label on form (label)'],
} as const;

/** Bytes of words that FTS5 gathers before it writes them, by itself and while all is folded: what is written in few pieces need not be merged so often. */
const GATHERED_WORDS = 1_048_576;
const GATHERED_WHILE_FOLDING = 33_554_432;

/** Indexes that nothing asks for while the log is folded: a rebuild makes them when all rows are there, which takes a fraction of the time. */
const INDEXES = [
  ...Object.values(EARLY).flat(),
  'unique index original_ordinal on original (ordinal)',
  'index document_address on document (address)',
  'index decision_at on decision (at)',
  'index decision_undone on decision (undone_at) where undone_at is not null',
  'index moment_document on moment (document, status, start, end) where number >= 0',
  'index moment_when on moment (year, day, length, id, status, kind)',
  'index moment_kind on moment (kind, status, year, day, length, id, shape)',
  'index moment_long on moment (day, length, id, status, kind, shape) where month = -1',
] as const;

const CREATE: Readonly<Record<Exclude<keyof Tables, keyof typeof LOOK_UPS>, readonly string[]>> = {
  person: ['create table person (id text primary key, name text not null, entry text not null) strict, without rowid'],
  original: [
    `create table original (id text primary key, sha256 text not null unique, size integer not null, media_type text not null, name text not null,
      container text, url text, method text, collected_at text, collector text, prior_custodian text, note text,
      tool text not null, consent text, consent_until text, sensitivity text not null, entry text not null, ordinal integer not null,
      at text not null) strict, without rowid`,
  ],
  capture: ['create table capture (original text primary key references original, picture text, pdf text, body text not null) strict, without rowid'],
  document: [
    `create table document (id text primary key, original text not null references original, text_sha256 text not null, utterances_sha256 text, reader text not null,
      title text, author text, publisher text, published text, language text, address text, metadata text not null, pages text not null, warnings text not null, entry text not null,
      at text not null) strict, without rowid`,
    'create index document_original on document (original)',
  ],
  reading: [
    `create table reading (entry_index integer primary key, entry text not null, document text not null, text_sha256 text not null, utterances_sha256 text,
      reader text not null, actor text not null, at text not null) strict`,
    'create index reading_document on reading (document, entry_index)',
  ],
  described: [
    'create table described (original text primary key references original, reader text not null, facts text not null, entry text not null) strict, without rowid',
  ],
  unreadable: [
    `create table unreadable (original text primary key references original, reader text not null, code text not null, reason text not null, hint text not null,
      entry text not null, at text not null) strict, without rowid`,
  ],
  decision: [
    `create table decision (position integer primary key, document text not null, suggestion text not null, decision text not null,
      words_at integer not null, actor text not null, at text not null, undone_by text, undone_at text) strict`,
  ],
  waiting: [
    `create table waiting (id text primary key, ordinal integer not null, document text not null, start integer not null, kind text not null,
      speaker text not null, confidence real not null) strict, without rowid`,
    'create index waiting_document on waiting (document, start, kind, speaker, confidence)',
    'create index waiting_kind on waiting (kind, document, start)',
    'create index waiting_speaker on waiting (speaker, document, start)',
    'create index waiting_confidence on waiting (confidence desc, ordinal)',
  ],
  worded: [
    "create virtual table worded using fts5(words, label, names, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")",
    "insert into worded (worded, rank) values ('secure-delete', 1)",
  ],
  moment: [
    `create table moment (number integer primary key, id text not null, kind text not null, status text not null, year integer, month integer, day integer,
      length integer, shape integer not null, document text, start integer, end integer, moved text, orphan integer) strict`,
  ],
  moment_tally: [
    `create table moment_tally (year integer not null, month integer not null, kind text not null, status text not null, marks integer not null,
      primary key (year, month, kind, status)) strict, without rowid`,
  ],
  form: ['create table form (number integer primary key, label text not null, key text not null) strict'],
  named: ['create table named (number integer primary key, id text not null, document text not null, form integer not null) strict'],
  given: [
    `create table given (position integer not null, part text not null, ordinal integer not null, name integer not null, form integer not null,
      primary key (position, part, ordinal)) strict, without rowid`,
  ],
  judgement: [
    `create table judgement (entry text primary key, entry_index integer not null, sort text not null, left text not null, right text not null,
      judgement text not null, body text not null, actor text not null, at text not null, undone_by text, undone_at text) strict, without rowid`,
    'create index judgement_left on judgement (left, entry_index)',
    'create index judgement_right on judgement (right, entry_index)',
  ],
  joined: [
    'create table joined (sort text not null, member text not null, leader text not null, primary key (sort, member)) strict, without rowid',
    'create index joined_leader on joined (sort, leader)',
  ],
  ruling: [
    `create table ruling (entry text primary key, entry_index integer not null, contradiction text not null, body text not null, actor text not null,
      at text not null, undone_by text, undone_at text) strict, without rowid`,
    'create index ruling_contradiction on ruling (contradiction, entry_index)',
  ],
  attached: [
    `create table attached (entry text primary key, entry_index integer not null, original text not null, target text not null, body text not null,
      actor text not null, at text not null, undone_by text) strict, without rowid`,
    'create index attached_original on attached (original)',
    'create index attached_target on attached (target)',
  ],
  link: [
    `create table link (entry text primary key, entry_index integer not null, link text not null, left text not null, right text not null,
      body text not null, actor text not null, at text not null, undone_by text, undone_at text) strict, without rowid`,
    'create index link_left on link (left)',
    'create index link_right on link (right)',
  ],
  remark: [
    `create table remark (entry text primary key, entry_index integer not null, sort text not null, about text not null, list text, value text not null,
      body text not null, actor text not null, at text not null, ended_by text, ended_at text, ended_how text, ended_reason text) strict, without rowid`,
    'create index remark_about on remark (about, entry_index)',
    'create index remark_value on remark (sort, value, list)',
  ],
  label_list: [
    `create table label_list (list text not null, ordinal integer not null, label text not null, about text not null, primary key (list, ordinal)) strict,
      without rowid`,
  ],
  anchor: [
    `create table anchor (review text not null, text_sha256 text not null, document text not null, claim text not null, quote text,
      primary key (review, text_sha256)) strict, without rowid`,
  ],
  told: [
    `create table told (about text not null, position integer not null, step text not null, what text not null,
      primary key (about, position)) strict, without rowid`,
  ],
  care: [
    'create table care (about text primary key, sensitivity text, consent text, purpose text, retention text, consent_until text, entry text not null) strict, without rowid',
  ],
  pseudonym: [
    'create table pseudonym (name text primary key, pseudonym text not null, also text not null, spared text not null, position integer not null, entry text not null) strict, without rowid',
  ],
  marked: ['create table marked (original text primary key, entry text not null) strict, without rowid'],
  part: [
    'create table part (original text not null, container text not null, primary key (original, container)) strict, without rowid',
    'create index part_container on part (container)',
  ],
  backup: [
    `create table backup (id text primary key, entry text not null, at text not null, entries integer not null, name text not null) strict, without rowid`,
  ],
  checked: ['create table checked (original text primary key, at text not null) strict, without rowid'],
  erased: [
    'create table erased (about text primary key, entry text not null, at text not null, actor text not null, reason text not null) strict, without rowid',
  ],
  exported: [
    `create table exported (entry text primary key, at text not null, format text not null, digest text not null, entries integer not null,
      purpose text) strict, without rowid`,
  ],
  doomed: ['create table doomed (shelf text not null, sha256 text not null, primary key (shelf, sha256)) strict, without rowid'],
  unpacking: ['create table unpacking (original text primary key) strict, without rowid'],
  suggestion: [
    `create table suggestion (ordinal integer primary key, id text not null unique, document text not null, analyser text not null,
      start integer not null, end integer not null, kind text not null, body text not null) strict`,
    'create index suggestion_document on suggestion (document, start)',
  ],
  passage: [
    "create virtual table passage using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')",
    "insert into passage (passage, rank) values ('secure-delete', 1)",
  ],
  passage_place: [
    'create table passage_place (id integer primary key, document text not null, start integer not null, end integer not null) strict',
    'create index passage_place_document on passage_place (document)',
  ],
  utterance: [
    `create table utterance (document text not null, ordinal integer not null, head integer not null, speaker text, day text, body text not null,
      primary key (document, ordinal)) strict, without rowid`,
    'create index utterance_head on utterance (document, head)',
  ],
  list: [
    `create table list (id text primary key, title text not null, file text not null, source text, sensitivity text not null, sha256 text not null,
      size integer not null, text_sha256 text not null, format text not null, columns text not null, entries integer not null, names integer not null,
      notes text not null, searched integer not null, entry text not null, ordinal integer not null, at text not null, actor text not null) strict, without rowid`,
  ],
  fingerprinted: [
    `create table fingerprinted (number integer primary key, document text not null unique, publisher text, prints integer not null, hashes text not null) strict`,
  ],
  fingerprint: ['create table fingerprint (hash integer not null, number integer not null, primary key (hash, number)) strict, without rowid'],
  copy: [
    `create table copy (left text not null, right text not null, kind text not null, share real not null, shorter text not null, passages text not null,
      primary key (left, right)) strict, without rowid`,
    'create index copy_right on copy (right)',
  ],
  views_version: ['create table views_version (version integer not null) strict'],
  settled: [
    'create table settled (suggestion text primary key, document text not null, claim text not null) strict, without rowid',
    'create index settled_claim on settled (claim)',
  ],
  analysis: ['create table analysis (document text primary key, analyser text not null) strict, without rowid'],
};

/** Whether the views are there, and of this version. */
export async function areCurrent(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'views_version'`.execute(db);
  return rows.length === 1 && (await db.selectFrom('views_version').select('version').executeTakeFirst())?.version === VERSION;
}

/** Drops the views, not the suggestions, and makes them anew: empty, and without what `finishViews` adds. */
export async function emptyViews(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string; type: string }>`select name, type from sqlite_master where type in ('table', 'view')`.execute(db);
  const there = new Map(rows.map(({ name, type }) => [name, type]));
  // To write zeros over every page would write the views twice; what they held is folded anew, and what is erased goes when the file is written anew.
  await sql`pragma secure_delete = fast`.execute(db);
  for (const name of [...LOOKED_UP.toReversed(), ...VIEWS.toReversed(), ...BESIDE]) {
    const type = there.get(name);
    if (type !== undefined) await sql.raw(`drop ${type} ${name}`).execute(db);
    there.delete(name);
  }
  await sql`pragma secure_delete = on`.execute(db);
  await sql.raw(`pragma cache_size = -${FOLDING_CACHE}`).execute(db);
  for (const trigger of Object.keys(TRIGGERS)) await sql.raw(`drop trigger if exists ${trigger}`).execute(db);
  for (const [table, statements] of Object.entries(CREATE)) if (!there.has(table)) for (const statement of statements) await sql.raw(statement).execute(db);
  for (const [view, rowsOf] of Object.entries(LOOK_UPS)) await sql.raw(`create view ${view} as ${rowsOf}`).execute(db);
  await gatherWords(db, GATHERED_WHILE_FOLDING);
}

async function gatherWords(db: Kysely<Tables>, bytes: number): Promise<void> {
  await sql`insert into worded (worded, rank) values ('hashsize', ${sql.lit(bytes)})`.execute(db);
}

/** Makes decisions, claims, names or their forms be found in views that are not finished yet. */
export async function makeEarly(db: Kysely<Tables>, what: keyof typeof EARLY): Promise<void> {
  await makeIndexes(db, EARLY[what]);
}

async function makeIndexes(db: Kysely<Tables>, indexes: readonly string[]): Promise<void> {
  for (const index of indexes) await sql.raw(`create ${index.replace('index ', 'index if not exists ')}`).execute(db);
}

/** Adds to views that the log was folded into what questions need: indexes, and the suggestions that wait. */
export async function finishViews(db: Kysely<Tables>): Promise<void> {
  await makeIndexes(db, INDEXES);
  await sql.raw(`${WAITS} where ${UNDECIDED}`).execute(db);
  await wordSuggestions(db);
  await sql.raw(COUNT_MOMENTS).execute(db);
  await gatherWords(db, GATHERED_WORDS);
  for (const [trigger, does] of Object.entries(TRIGGERS)) await sql.raw(`create trigger ${trigger} ${does}`).execute(db);
  await sql.raw(`pragma cache_size = -${CACHE}`).execute(db);
  await db.deleteFrom('views_version').execute();
  await db.insertInto('views_version').values({ version: VERSION }).execute();
}
