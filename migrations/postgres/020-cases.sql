-- What is done when a promise breaks: a customer is short of something, and somebody takes it.
CREATE TABLE cases (
  id text PRIMARY KEY,
  -- As the ledger called them when it was opened.
  customer text NOT NULL,
  -- The ledger's hash of that.
  key text NOT NULL,
  -- What it is chiefly about; nothing: all that they are short of.
  promise text,
  subject text,
  opened_at timestamptz NOT NULL,
  opened_by text REFERENCES users ON DELETE SET NULL,
  -- As they were called then.
  opened_by_name text NOT NULL,
  -- Who has it; nothing: nobody.
  owner text REFERENCES users ON DELETE SET NULL,
  taken_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by_name text,
  -- What was done, in words.
  done text,
  outcome text CHECK (outcome IN ('righted', 'made-up', 'no-need', 'lost')),
  CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
-- A customer has one person to turn to: of two who take them at once, one gets them.
CREATE UNIQUE INDEX cases_open ON cases (key) WHERE closed_at IS NULL;
CREATE INDEX cases_by_opening ON cases (opened_at DESC, id);
CREATE INDEX cases_by_closing ON cases (closed_at DESC, id) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_of_customer ON cases (key, opened_at);

-- What was done with it and said about it, line by line. Nobody changes a line; lines go with their customer alone.
CREATE TABLE case_notes (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases ON DELETE CASCADE,
  customer text NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  what text NOT NULL CHECK (what IN ('opened', 'taken', 'given', 'left', 'due', 'note', 'closed', 'reopened')),
  words text NOT NULL
);
CREATE INDEX notes_of_case ON case_notes (case_id, number);

CREATE FUNCTION case_note_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was noted cannot be changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER case_note_refuse BEFORE UPDATE ON case_notes FOR EACH STATEMENT EXECUTE FUNCTION case_note_refuse();
