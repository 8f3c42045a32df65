-- What an inquiry or a claim forbids to erase. No "about": the whole journal.
CREATE TABLE legal_hold (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  about BLOB CHECK (length(about) = 16),
  reason TEXT NOT NULL,
  since_day INTEGER NOT NULL,
  ended_day INTEGER,
  ended_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Searches for everything about somebody: that they were made and why, nothing of what was found.
CREATE TABLE access_log (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
