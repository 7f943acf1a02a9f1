-- Who may come in. Columns of users, sessions, accounts and verifications are better-auth's, in our spelling.
CREATE TABLE users (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('owner', 'editor', 'agent', 'viewer')),
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sessions (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE accounts (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL REFERENCES users ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX accounts_of_user ON accounts (user_id);

CREATE TABLE verifications (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verifications_by_identifier ON verifications (identifier);

-- Of a link only its hash is kept. Without an address, who comes names their own: so the first owner begins.
CREATE TABLE invitations (
  id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  email text,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'agent', 'viewer')),
  invited_by text REFERENCES users ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz
);

-- Tokens for the API and write keys for events. Of the secret only its hash is kept, and its last four signs.
CREATE TABLE keys (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('token', 'write')),
  hash text NOT NULL UNIQUE,
  hint text NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  -- A token is somebody's and ends with them; a write key is the company's.
  owner_id text REFERENCES users ON DELETE CASCADE,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  CHECK ((kind = 'token') = (owner_id IS NOT NULL))
);

-- Whatever changes a key or a person is heard by every server at once.
CREATE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rights', TG_TABLE_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_keys AFTER INSERT OR UPDATE OF revoked_at, expires_at, scopes OR DELETE ON keys
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();
CREATE TRIGGER tell_users AFTER UPDATE OF role, disabled OR DELETE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();
