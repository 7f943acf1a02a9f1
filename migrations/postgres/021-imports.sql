-- Files that were handed in through the pages, and what became of each. The file itself lies in the home of the server
-- that took it; here is nothing of what it says.
CREATE TABLE imports (
  id text PRIMARY KEY,
  name text NOT NULL,
  bytes bigint NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  -- As they were called then.
  actor_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('handed-in', 'running', 'done', 'failed', 'stopped')),
  handed_in_at timestamptz NOT NULL,
  -- Which columns were taken for what.
  mapping jsonb,
  begun_at timestamptz,
  ended_at timestamptz,
  -- Told again and again while it runs: a server that ended tells no more.
  told_at timestamptz,
  rows bigint NOT NULL DEFAULT 0,
  about bigint,
  result jsonb,
  code text,
  words text
);
CREATE INDEX imports_by_time ON imports (handed_in_at DESC, id);
