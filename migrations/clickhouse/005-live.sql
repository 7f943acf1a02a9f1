-- Batches whose events are judged: twice their number, and one more if they had finished; unfinished ones come again.
CREATE TABLE IF NOT EXISTS judged_batches {on_cluster}
(
  state UInt64
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY state
;
-- All batches up to up_to are judged and stand nowhere else. Until held_until whoever wrote the row goes on judging:
-- nobody else does before.
ALTER TABLE judgements {on_cluster}
  DROP COLUMN IF EXISTS batches,
  ADD COLUMN IF NOT EXISTS up_to UInt64 DEFAULT 0,
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
