-- Where news is sent. The secret signs it: it must be kept as it is, and is shown once.
CREATE TABLE webhooks (
  id text PRIMARY KEY,
  url text NOT NULL,
  kinds text[] NOT NULL,
  -- Empty: all.
  promises text[] NOT NULL,
  about text NOT NULL,
  secret text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Why nothing is sent any more: `by-hand` or `failing`.
  stopped text CHECK (stopped IN ('by-hand', 'failing')),
  stopped_at timestamptz,
  -- Since when every attempt failed.
  failing_since timestamptz
);

-- What is sent and what came of it: the queue and the log in one.
CREATE TABLE deliveries (
  id text PRIMARY KEY,
  webhook text NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  news bigint NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  customer_key text,
  made_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  -- When it is tried next; nothing when it is done with.
  next_at timestamptz,
  outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'delivered', 'given-up')),
  last_at timestamptz,
  last_status int,
  last_words text,
  UNIQUE (webhook, news)
);
CREATE INDEX deliveries_waiting ON deliveries (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX deliveries_log ON deliveries (webhook, made_at DESC, id);
CREATE INDEX deliveries_of_customer ON deliveries (customer_key) WHERE customer_key IS NOT NULL;

-- Up to which news deliveries have been made.
CREATE TABLE webhook_progress (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  news bigint NOT NULL
);
INSERT INTO webhook_progress (news) VALUES (0);
