// The store's own tables. Views have theirs in src/views, under other names.

/** `log_` tables are the truth and its seals; `store_settings` holds what the casebook keeps to itself. */
export const SCHEMA = `
CREATE TABLE log_entries (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  envelope TEXT NOT NULL,
  hashes TEXT NOT NULL, -- of the nodes of the tree that the entry completes, its leaf first, in hexadecimal digits
  salt TEXT,            -- in hexadecimal digits; salt and payload are null once erased
  payload TEXT,
  CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT;

-- The log is only ever appended to. These stop a mistake of the program; the tree finds what they do not stop.
CREATE TRIGGER log_entries_stay BEFORE DELETE ON log_entries BEGIN SELECT RAISE(ABORT, 'an entry cannot be removed'); END;
CREATE TRIGGER log_entries_unchanged BEFORE UPDATE ON log_entries
  WHEN new.position <> old.position OR new.id <> old.id OR new.envelope <> old.envelope OR new.hashes <> old.hashes OR new.payload IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an entry cannot be changed'); END;

CREATE TABLE log_head (one INTEGER PRIMARY KEY CHECK (one = 1), note TEXT NOT NULL) STRICT;

-- What others said of a checkpoint.
CREATE TABLE log_anchors (
  number INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  timestamp BLOB
) STRICT;

CREATE TABLE store_settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
`;
