-- What a tutor and a young person plan together: one row a young person, their goals apart.
CREATE TABLE profile (
  young_person BLOB PRIMARY KEY CHECK (length(young_person) = 16),
  made_op INTEGER NOT NULL,
  interests TEXT NOT NULL,
  what_helps TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  young_person BLOB NOT NULL CHECK (length(young_person) = 16),
  place INTEGER NOT NULL,
  school_year INTEGER NOT NULL,
  term INTEGER NOT NULL,
  text TEXT NOT NULL,
  state INTEGER NOT NULL,
  their_words INTEGER NOT NULL,
  PRIMARY KEY (young_person, place)
) STRICT, WITHOUT ROWID;

-- Words the spelling was told to know.
CREATE TABLE kept_word (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  word TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The tutor's own timetable. "day" is a day number for a lesson that is only once.
CREATE TABLE timetable_slot (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_op INTEGER NOT NULL,
  day INTEGER,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  starts_at_min INTEGER NOT NULL,
  length_min INTEGER NOT NULL,
  setting INTEGER NOT NULL,
  title TEXT NOT NULL,
  instrument TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID;
