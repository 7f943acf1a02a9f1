-- Whose verdicts were replaced by which judgement, so that what is computed from verdicts can follow: a row a customer,
-- or one with the key 0 where everybody was judged anew.
CREATE TABLE IF NOT EXISTS rejudged {on_cluster}
(
  number UInt64,
  customer_key UInt64,
  -- By the engine's clock.
  noted DateTime DEFAULT now()
)
ENGINE = {engine:MergeTree}
ORDER BY (number, customer_key)
TTL noted + INTERVAL 30 DAY
;
-- The verdicts once more, in the order in which questions about all customers look at them, each with what is known of
-- the event that asked and how long the legs took; so that no question must look for it.
CREATE TABLE IF NOT EXISTS askings {on_cluster}
(
  promise LowCardinality(String),
  customer_key UInt64,
  subject_key UInt64,
  occasion LowCardinality(String),
  asked_at DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
  asked_key UInt64,
  due_at Nullable(DateTime64(3, 'UTC')),
  answered_at Nullable(DateTime64(3, 'UTC')),
  answer_key UInt64,
  delivered Nullable(Float64),
  expected Nullable(Float64),
  target Nullable(Float64),
  verdict Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7),
  on_target Nullable(Bool),
  felt Nullable(Float64),
  -- Properties of the event that asked, by the places that `askings_of` tells.
  kind_1 LowCardinality(Nullable(String)),
  kind_2 LowCardinality(Nullable(String)),
  kind_3 LowCardinality(Nullable(String)),
  kind_4 LowCardinality(Nullable(String)),
  kind_5 LowCardinality(Nullable(String)),
  kind_6 LowCardinality(Nullable(String)),
  kind_7 LowCardinality(Nullable(String)),
  kind_8 LowCardinality(Nullable(String)),
  kind_9 LowCardinality(Nullable(String)),
  kind_10 LowCardinality(Nullable(String)),
  kind_11 LowCardinality(Nullable(String)),
  kind_12 LowCardinality(Nullable(String)),
  kind_13 LowCardinality(Nullable(String)),
  kind_14 LowCardinality(Nullable(String)),
  kind_15 LowCardinality(Nullable(String)),
  kind_16 LowCardinality(Nullable(String)),
  -- Seconds from step to step of the path, nan where one of the two did not happen; empty where there is no path.
  legs Array(Float64)
)
ENGINE = {engine:MergeTree}
ORDER BY (promise, occasion, asked_at)
-- Small granules: of a month only little lies in each stretch of a promise and an occasion.
SETTINGS index_granularity = 1024, enable_block_number_column = 1, enable_block_offset_column = 1
;
-- Of which judgement and file the askings are: the row with the greatest version says it.
CREATE TABLE IF NOT EXISTS askings_of {on_cluster}
(
  version UInt64,
  number UInt64,
  experience String,
  as_of DateTime64(3, 'UTC'),
  -- The names of the properties in kind_1, kind_2 and so on.
  kinds Array(String),
  -- By the engine's clock.
  written DateTime DEFAULT now()
)
ENGINE = {engine:ReplacingMergeTree}(version)
ORDER BY tuple()
;
-- Answers that were kept ready when the server stopped, so that the next begins with them.
CREATE TABLE IF NOT EXISTS ready_answers {on_cluster}
(
  question String,
  number UInt64,
  experience String,
  as_of DateTime64(3, 'UTC'),
  answer String CODEC(ZSTD(1)),
  -- By the engine's clock.
  written DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = {engine:ReplacingMergeTree}(written)
ORDER BY question
TTL toDateTime(written) + INTERVAL 30 DAY
