-- Several devices keep one journal: their logs stand in op_log beside this one's.

-- How far this device wrote under an identity it no longer has; later entries of that identity are
-- another copy's.
ALTER TABLE device ADD COLUMN was_ours_to INTEGER;

-- In which order entries of others were applied: after the own entry at "after_op" (0: before any),
-- those from "first" to "last" of one device. Replay goes the same way.
CREATE TABLE arrival (
  number INTEGER PRIMARY KEY,
  after_op INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;

-- Entries of a kind that only a newer version knows. Kept, passed on, and applied once we know it.
CREATE TABLE unknown_entry (
  position INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL
) STRICT;

-- What synchronising remembers, sealed.
CREATE TABLE sync_state (
  key TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Words that no single entry holds: what several heads of a text make together. reflection.text_op is
-- minus the id.
CREATE TABLE merged_text (
  id INTEGER PRIMARY KEY,
  reflection BLOB NOT NULL CHECK (length(reflection) = 16),
  heads BLOB NOT NULL,
  text TEXT NOT NULL,
  clashes INTEGER NOT NULL
) STRICT;
CREATE INDEX merged_text_heads ON merged_text (heads);

-- Where two devices said different things and a person should look: "heads" are the entries, as ids.
-- "present" while they are all still heads; after that the row stays until somebody settles it.
CREATE TABLE disagreement (
  entity BLOB NOT NULL CHECK (length(entity) = 16),
  field INTEGER NOT NULL,
  heads BLOB NOT NULL,
  present INTEGER NOT NULL,
  PRIMARY KEY (entity, field, heads)
) STRICT, WITHOUT ROWID;

CREATE TABLE settled (
  entity BLOB NOT NULL CHECK (length(entity) = 16),
  field INTEGER NOT NULL,
  heads BLOB NOT NULL,
  PRIMARY KEY (entity, field, heads)
) STRICT, WITHOUT ROWID;

-- What was erased, for good: entries about it are only hashes from then on.
CREATE TABLE erased (
  entity BLOB PRIMARY KEY CHECK (length(entity) = 16)
) STRICT, WITHOUT ROWID;

-- Two devices can import the same file apart; both entries stay until a person bins one.
DROP INDEX reflection_source;
CREATE INDEX reflection_source ON reflection (source) WHERE source <> '';
