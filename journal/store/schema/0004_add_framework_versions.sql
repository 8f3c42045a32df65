-- A service's own wording of the framework, every version, each as the log has it.
CREATE TABLE framework_version (
  version INTEGER PRIMARY KEY CHECK (version >= 1),
  made_op INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
