-- Verdicts are computed: the rows of before go, and judging writes them anew.
DROP TABLE IF EXISTS verdicts {on_cluster} SYNC
;
CREATE TABLE IF NOT EXISTS verdicts {on_cluster}
(
  promise LowCardinality(String),
  customer_key UInt64,
  -- The upper 48 bits of cityHash64 of the journey's `follows` value; 0 where the promise has no journey.
  subject_key UInt64,
  occasion LowCardinality(String),
  asked_at DateTime64(3, 'UTC'),
  -- The upper 34 bits of cityHash64 of the event's id: with customer and time it names the event.
  asked_key UInt64,
  -- Milliseconds from asked_at; -4611686018427387904 where there is no such moment.
  due_in Int64,
  answered_in Int64,
  answer_key UInt64,
  -- nan where there is no number; inf where it is the seconds to answered_at or due_at.
  delivered_number Float64,
  expected_number Float64,
  target_number Float64,
  verdict Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7),
  -- 1 yes, 0 no, -1 empty.
  met_target Int8,
  felt_score Float64,
  due_at Nullable(DateTime64(3, 'UTC')) ALIAS if(due_in = -4611686018427387904, null, fromUnixTimestamp64Milli(toUnixTimestamp64Milli(asked_at) + due_in, 'UTC')),
  answered_at Nullable(DateTime64(3, 'UTC')) ALIAS if(answered_in = -4611686018427387904, null, fromUnixTimestamp64Milli(toUnixTimestamp64Milli(asked_at) + answered_in, 'UTC')),
  -- Seconds, occurrences, the number measured, or 1 and 0: see docs/verdicts.md.
  delivered Nullable(Float64) ALIAS multiIf(isFinite(delivered_number), delivered_number, isNaN(delivered_number) or answered_in = -4611686018427387904, null, answered_in / 1000),
  expected Nullable(Float64) ALIAS multiIf(isFinite(expected_number), expected_number, isNaN(expected_number) or due_in = -4611686018427387904, null, due_in / 1000),
  target Nullable(Float64) ALIAS if(isNaN(target_number), null, target_number),
  on_target Nullable(Bool) ALIAS if(met_target = -1, null, met_target = 1),
  felt Nullable(Float64) ALIAS if(isNaN(felt_score), null, felt_score)
)
ENGINE = {engine:MergeTree@4}
-- The order in which judging comes to them.
ORDER BY customer_key
-- Few customers who lie scattered are read as fast from stretches of 1,024 as from shorter ones, as long as what is packed
-- together is small; a stretch costs the same to write, however short. What judging everybody writes at once has 20 to 25 MB,
-- and is not merged: that would take half as long again as judging, and nothing would be read faster. So there are many parts,
-- and as long as they are not small it does not mean that merging falls behind. The rest: see 008.
SETTINGS index_granularity = 1024, min_compress_block_size = 8192, max_compress_block_size = 16384,
  max_bytes_to_merge_at_max_space_in_pool = 40000000, max_avg_part_size_for_too_many_parts = 10000000,
  exclude_deleted_rows_for_part_size_in_merge = 1, enable_block_number_column = 1, enable_block_offset_column = 1
