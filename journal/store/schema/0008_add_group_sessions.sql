-- Sessions of reflection groups and formats of one's own: which entry of the log says how each stands now.
CREATE TABLE group_session (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE own_format (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
