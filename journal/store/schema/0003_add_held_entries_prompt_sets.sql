-- Entries on safeguarding hold are few among many.
CREATE INDEX reflection_held ON reflection (row) WHERE held = 1;

-- That an entry on hold was removed: the log at op says who wanted it, and nothing of what it said.
CREATE TABLE removal (
  op INTEGER PRIMARY KEY,
  reflection BLOB NOT NULL UNIQUE CHECK (length(reflection) = 16)
) STRICT;

-- Prompt sets of one's own, every version.
CREATE TABLE prompt_set (
  id BLOB NOT NULL CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version >= 1),
  made_op INTEGER NOT NULL,
  copy_of TEXT NOT NULL,
  name TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_question (
  id BLOB NOT NULL CHECK (length(id) = 16),
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  optional INTEGER NOT NULL,
  PRIMARY KEY (id, version, place)
) STRICT, WITHOUT ROWID;

-- Which sets Write does not offer, by code.
CREATE TABLE withheld_prompts (
  code TEXT PRIMARY KEY,
  made_op INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
