-- A month of a promise lies in one stretch, whatever the occasions: the askings are computed, so they are made anew in that
-- order.
TRUNCATE TABLE askings_of {on_cluster}
;
DROP TABLE IF EXISTS askings {on_cluster} SYNC
;
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
ENGINE = {engine:MergeTree@2}
ORDER BY (promise, asked_at)
-- Of a month of a promise only little is read beside what is asked for. What is packed, how it is merged: see 008 and 009.
SETTINGS index_granularity = 1024, min_compress_block_size = 8192, max_compress_block_size = 16384,
  max_bytes_to_merge_at_max_space_in_pool = 100000000, exclude_deleted_rows_for_part_size_in_merge = 1,
  enable_block_number_column = 1, enable_block_offset_column = 1
