-- Pictures and recordings. Their bytes stand in the log, in parts; here is where.

CREATE TABLE attachment (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  reflection BLOB NOT NULL CHECK (length(reflection) = 16),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL CHECK (length(content) = 32),
  added_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_reflection ON attachment (reflection);

CREATE TABLE attachment_part (
  attachment BLOB NOT NULL CHECK (length(attachment) = 16),
  number INTEGER NOT NULL,
  reflection BLOB NOT NULL CHECK (length(reflection) = 16),
  op INTEGER NOT NULL,
  PRIMARY KEY (attachment, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_part_reflection ON attachment_part (reflection);

-- How far each other device was applied is asked for with every run that comes.
CREATE INDEX arrival_last ON arrival (last);
