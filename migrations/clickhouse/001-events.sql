-- What has been applied. Read with GROUP BY number: two programs may apply the same migration at once.
CREATE TABLE IF NOT EXISTS migrations {on_cluster}
(
  number UInt32,
  name String,
  checksum String
)
ENGINE = {engine:MergeTree}
ORDER BY number
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
;
-- Facts. A customer's events lie together, in the order of time.
CREATE TABLE IF NOT EXISTS events {on_cluster}
(
  customer String,
  customer_key UInt64 MATERIALIZED cityHash64(customer),
  name LowCardinality(String),
  at DateTime64(3, 'UTC'),
  received DateTime64(3, 'UTC'),
  source LowCardinality(String),
  id String,
  id_key UInt64 MATERIALIZED cityHash64(id),
  -- One number for all rows of an import or of a stored batch.
  batch UInt64,
  properties String CODEC(ZSTD(1)),
  INDEX by_batch batch TYPE minmax GRANULARITY 8
)
ENGINE = {engine:MergeTree}
ORDER BY (customer_key, at, id_key)
-- Small granules: judging again reads a thousand customers from all over the table. The block columns let rows be
-- deleted without their parts being rewritten.
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000,
  index_granularity = 1024, enable_block_number_column = 1, enable_block_offset_column = 1
