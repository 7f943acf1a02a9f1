-- Until when whoever wrote the row goes on judging, and whether that is a server: nobody else judges before.
ALTER TABLE judgements {on_cluster}
  ADD COLUMN IF NOT EXISTS held_until DateTime64(3, 'UTC') DEFAULT toDateTime64(0, 3, 'UTC'),
  ADD COLUMN IF NOT EXISTS by_server Bool DEFAULT false
;
-- What judging again has changed, verdict by verdict: 'none' before the clock started, and after what was asked is gone.
CREATE TABLE IF NOT EXISTS changes {on_cluster}
(
  -- Of the judgement that brought it; it grows.
  number UInt64,
  as_of DateTime64(3, 'UTC'),
  promise LowCardinality(String),
  customer_key UInt64,
  subject_key UInt64,
  asked_at DateTime64(3, 'UTC'),
  asked_key UInt64,
  due_at Nullable(DateTime64(3, 'UTC')),
  before Enum8('none' = 0, 'kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7),
  after Enum8('none' = 0, 'kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7)
)
ENGINE = {engine:MergeTree}
ORDER BY (number, customer_key)
TTL toDateTime(as_of) + INTERVAL 30 DAY
