-- What was decided about words of a case study that could identify somebody: which entry of the log says how it stands.
CREATE TABLE blurs (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
