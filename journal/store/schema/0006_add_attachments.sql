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

-- Up to which own entry somebody else may have this log: another device, a hub, a backup. What comes
-- after it may still be written over while a sitting goes on. Of what was written before this step,
-- anybody may have everything.
ALTER TABLE device ADD COLUMN handed_out INTEGER NOT NULL DEFAULT 0;
UPDATE device SET handed_out =
  coalesce((SELECT max(position) FROM op_log WHERE position >> 40 = device.number), 0);
