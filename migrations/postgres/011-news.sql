-- What others want to hear of at once, for as long as somebody may have missed it. Every server hears it.
CREATE TABLE news (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  data jsonb NOT NULL,
  -- The hash of the customer it is about, by which it is erased with them.
  customer_key text
);
CREATE INDEX news_of_customer ON news (customer_key) WHERE customer_key IS NOT NULL;

-- Up to which judgement it was told what changed.
CREATE TABLE news_progress (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  judgement bigint NOT NULL
);
