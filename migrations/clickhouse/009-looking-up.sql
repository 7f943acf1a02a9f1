-- A round of judging reads a few customers who lie scattered, and a filter only a little of each promise: no more is
-- unpacked than is asked for. What lies there already is packed so when it is merged next.
ALTER TABLE events {on_cluster}
  MODIFY SETTING min_compress_block_size = 8192, max_compress_block_size = 16384
;
ALTER TABLE askings {on_cluster}
  MODIFY SETTING min_compress_block_size = 8192, max_compress_block_size = 16384
;
-- Who there is, so that somebody is found by how their id begins: noted before their events are judged.
CREATE TABLE IF NOT EXISTS customers {on_cluster}
(
  customer String,
  customer_key UInt64
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY customer
;
INSERT INTO customers (customer, customer_key)
SELECT any(customer), customer_key FROM events GROUP BY customer_key
SETTINGS optimize_aggregation_in_order = 1
;
-- The way that each subject of a journey went, made beside the askings and of the same judgement: its events in the order
-- of time, so that a question about some of them reads no others.
CREATE TABLE IF NOT EXISTS ways {on_cluster}
(
  journey LowCardinality(String),
  customer_key UInt64,
  subject_key UInt64,
  -- When its first event happened.
  begun DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
  -- Milliseconds since 1970 UTC.
  times Array(Int64),
  names Array(LowCardinality(String))
)
ENGINE = {engine:MergeTree}
ORDER BY (journey, begun)
SETTINGS index_granularity = 1024, min_compress_block_size = 8192, max_compress_block_size = 16384,
  max_bytes_to_merge_at_max_space_in_pool = 100000000, exclude_deleted_rows_for_part_size_in_merge = 1,
  enable_block_number_column = 1, enable_block_offset_column = 1
