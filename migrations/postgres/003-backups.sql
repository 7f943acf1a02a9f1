-- Backups that were made, so that who is erased can be told how long they are still in one.
CREATE TABLE backups (
  name text PRIMARY KEY,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
