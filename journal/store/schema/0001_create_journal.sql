-- The truth: every change, as it was signed (log_entry.h). position = device.number << 40 | seq.
CREATE TABLE device (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1048575),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  sealed_seed BLOB
) STRICT;

CREATE TABLE op_log (
  position INTEGER PRIMARY KEY,
  entry BLOB NOT NULL,
  signature BLOB CHECK (signature IS NULL OR length(signature) = 64)
) STRICT;

-- Everything below is a projection of op_log.

-- Which log entries hold the present value of a field. A field without a row here has the entry that
-- made its entity as its only head.
CREATE TABLE field_head (
  entity BLOB NOT NULL CHECK (length(entity) = 16),
  field INTEGER NOT NULL,
  op INTEGER NOT NULL,
  PRIMARY KEY (entity, field, op)
) STRICT, WITHOUT ROWID;

-- "row" orders by day of lesson, then by arrival within the day (row_number.h).
CREATE TABLE reflection (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  text_op INTEGER NOT NULL,
  state INTEGER NOT NULL,
  held INTEGER NOT NULL,
  binned INTEGER NOT NULL,
  setting INTEGER NOT NULL,
  starts_at_min INTEGER,
  length_min INTEGER NOT NULL,
  group_name TEXT NOT NULL,
  year_group TEXT NOT NULL,
  instrument TEXT NOT NULL,
  place BLOB,
  young_people BLOB NOT NULL CHECK (length(young_people) % 16 = 0),
  prompt_set TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL,
  written_offset_min INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  excerpt TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reflection_source ON reflection (source) WHERE source <> '';
CREATE INDEX reflection_binned ON reflection (row) WHERE binned = 1;

CREATE TABLE mention (
  name BLOB NOT NULL CHECK (length(name) = 16),
  row INTEGER NOT NULL,
  PRIMARY KEY (name, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  row INTEGER NOT NULL,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  passage_begin INTEGER NOT NULL,
  passage_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  indicator TEXT NOT NULL,
  level INTEGER CHECK (level BETWEEN 1 AND 5),
  direction INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  young_person BLOB,
  framework_version INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (row, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_young_person ON tag (young_person) WHERE young_person IS NOT NULL;

CREATE TABLE known_name (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  code_name TEXT NOT NULL,
  age_band TEXT NOT NULL,
  instrument_family TEXT NOT NULL,
  ask_dsl_first INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Real names apart, sealed under their own sub-key.
CREATE TABLE real_name (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE intention (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  text TEXT NOT NULL,
  from_reflection BLOB,
  young_person BLOB,
  group_name TEXT NOT NULL,
  state INTEGER NOT NULL,
  made_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_study (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  about BLOB,
  step INTEGER NOT NULL,
  agreement BLOB,
  made_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  study BLOB NOT NULL,
  place INTEGER NOT NULL,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (study, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_link (
  claim BLOB NOT NULL,
  place INTEGER NOT NULL,
  tag BLOB NOT NULL CHECK (length(tag) = 16),
  quote TEXT NOT NULL,
  PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_event (
  study BLOB NOT NULL,
  place INTEGER NOT NULL,
  event BLOB NOT NULL,
  PRIMARY KEY (study, place)
) STRICT, WITHOUT ROWID;

-- What left, by the digest of its bytes; the bytes are in the log at op.
CREATE TABLE departure (
  op INTEGER PRIMARY KEY,
  study BLOB NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  at_ms INTEGER NOT NULL
) STRICT;

-- The full-text index and what it knows (full_text.h). Not compared row by row by the scrub, which
-- compares the index itself with the words.
CREATE VIRTUAL TABLE full_text USING fts5 (
  body, names, facets, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO full_text (full_text, rank) VALUES ('automerge', 0);
INSERT INTO full_text (full_text, rank) VALUES ('crisismerge', 64);
INSERT INTO full_text (full_text, rank) VALUES ('hashsize', 33554432);

CREATE TABLE indexed_document (
  row INTEGER PRIMARY KEY,
  text_op INTEGER NOT NULL,
  facets TEXT NOT NULL
) STRICT;

CREATE TABLE pending_index (
  row INTEGER PRIMARY KEY
) STRICT;
