-- Entries on safeguarding hold are few among many.
CREATE INDEX reflection_held ON reflection (row) WHERE held = 1;

-- That an entry on hold was removed: the log at op says who had received it, and nothing of what it
-- said. "source" is the digest of what it was imported from, so that it does not come in again.
CREATE TABLE removal (
  op INTEGER PRIMARY KEY,
  reflection BLOB NOT NULL UNIQUE CHECK (length(reflection) = 16),
  source BLOB CHECK (length(source) = 32)
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

-- Answers to how far notes about a young person may go. No level: no.
CREATE TABLE permission (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  young_person BLOB NOT NULL CHECK (length(young_person) = 16),
  answerer INTEGER NOT NULL,
  level INTEGER CHECK (level BETWEEN 0 AND 3),
  asked_by TEXT NOT NULL,
  how_asked TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX permission_young_person ON permission (young_person);
