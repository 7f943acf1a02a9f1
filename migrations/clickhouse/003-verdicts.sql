-- What is computed from the events; can be thrown away and made again. Keys are hashes: see docs/verdicts.md.
CREATE TABLE IF NOT EXISTS verdicts {on_cluster}
(
  promise LowCardinality(String),
  customer_key UInt64,
  -- cityHash64 of the journey's `follows` value; 0 where the promise has no journey.
  subject_key UInt64,
  occasion LowCardinality(String),
  asked_at DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
  -- The upper 34 bits of cityHash64 of the event's id: with customer and time it names the event.
  asked_key UInt64,
  due_at Nullable(DateTime64(3, 'UTC')),
  answered_at Nullable(DateTime64(3, 'UTC')),
  answer_key UInt64,
  -- Seconds, occurrences, the number measured, or 1 and 0: see docs/verdicts.md.
  delivered Nullable(Float64),
  expected Nullable(Float64),
  target Nullable(Float64),
  verdict Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7),
  on_target Nullable(Bool),
  felt Nullable(Float64)
)
ENGINE = {engine:MergeTree}
ORDER BY (customer_key, subject_key)
SETTINGS index_granularity = 1024, enable_block_number_column = 1, enable_block_offset_column = 1
;
-- When customers must be judged again though nothing happens to them: a window closes, or an event whose time lay ahead
-- has come. Moments that are not awaited any more do no harm.
CREATE TABLE IF NOT EXISTS awaited {on_cluster}
(
  at DateTime64(3, 'UTC'),
  customer_key UInt64
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY (at, customer_key)
;
-- Customers who are being judged again; who still stands here after a crash will be.
CREATE TABLE IF NOT EXISTS touched {on_cluster}
(
  customer_key UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY customer_key
;
-- Of which file, moment and batches the verdicts are: the row with the greatest number says it.
CREATE TABLE IF NOT EXISTS judgements {on_cluster}
(
  number UInt64,
  -- Hash of everything in the experience file that decides verdicts.
  experience String,
  as_of DateTime64(3, 'UTC'),
  -- Twice the number of each batch, and one more if it had finished.
  batches Array(UInt64),
  -- Whether `awaited` knows every event whose time lies after as_of.
  foreseen Bool
)
ENGINE = {engine:ReplacingMergeTree}(number)
ORDER BY tuple()
